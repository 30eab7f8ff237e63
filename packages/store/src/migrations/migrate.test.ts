import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Connection } from '../connection.ts';
import { readVersion } from '../opening/find-damage.ts';
import { migrations } from './index.ts';
import { migrate } from './migrate.ts';

const first = { version: 1, name: 'first', sql: 'create table a (x text) strict;' };
const second = { version: 2, name: 'second', sql: `create table b (x text) strict; insert into a values ('kept');` };

test('migrations are numbered without a gap', () => {
  assert.deepEqual(
    migrations.map(({ version }) => version),
    migrations.map((_, index) => index + 1),
  );
});

test('only what is newer is run, and what was run is noted', () => {
  using connection = new Connection(':memory:');
  assert.equal(migrate(connection, [first], 0, 5), 1);
  assert.equal(migrate(connection, [first, second], 1, 6), 2);
  assert.equal(readVersion(connection), 2);
  const noted = connection.database.prepare('select version, name, at from migrations').all();
  assert.deepEqual(
    noted.map((row) => ({ ...row })),
    [
      { version: 1, name: 'first', at: 5 },
      { version: 2, name: 'second', at: 6 },
    ],
  );
});

test('a migration that fails leaves the database at the version before', () => {
  using connection = new Connection(':memory:');
  const broken = { ...second, sql: `${second.sql} create table a (x text);` };
  assert.throws(() => migrate(connection, [first, broken], 0, 5), /table a already exists/);
  assert.equal(readVersion(connection), 1);
  assert.equal(connection.database.prepare(`select count(*) as count from a`).get()?.count, 0);
  assert.equal(connection.database.isTransaction, false);
});

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { describeStoreTrouble, type StoreTrouble, storeTroubleOf } from './store-trouble.ts';
import { openTempFolder } from './testing/temp-store.ts';

function errorOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('expected an error, found none');
}

test('what the database throws is told apart by what helps against it', async () => {
  await using folder = await openTempFolder();
  using database = new DatabaseSync(folder.file);
  database.exec('pragma journal_mode = wal; create table t (x text not null) strict');
  using other = new DatabaseSync(folder.file);
  const insert = database.prepare('insert into t values (?)');

  const found: Partial<Record<StoreTrouble, unknown>> = {};
  other.exec('begin immediate');
  found.busy = errorOf(() => insert.run('a'));
  other.exec('rollback');
  database.exec('pragma max_page_count = 2');
  found.full = errorOf(() => insert.run('a'.repeat(100_000)));
  found.refused = errorOf(() => insert.run(null));
  found.disk = errorOf(() => new DatabaseSync(join(folder.path, 'missing', 'a.db')));
  for (const [trouble, error] of Object.entries(found)) {
    assert.equal(storeTroubleOf(error), trouble);
    assert.match(describeStoreTrouble(trouble as StoreTrouble, error), /the (?:database|disk)/);
  }
  assert.equal(storeTroubleOf(errorOf(() => insert.run({} as never))), 'refused');
});

test('an error of something else is not the database’s', () => {
  assert.equal(storeTroubleOf(new TypeError('x is not a function')), null);
  assert.equal(storeTroubleOf('a text'), null);
});

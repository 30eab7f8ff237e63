import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { StoreOpenError } from './store-trouble.ts';
import { dropClaimed, newFact } from './testing/make-facts.ts';
import { openTempFolder, openTestStore } from './testing/temp-store.ts';

/** A closed database with `count` claims in it. */
async function leaveDatabase(path: string, count = 1): Promise<void> {
  using store = await openTestStore(path);
  for (let number = 0; number < count; number++) {
    store.writer.addFacts([newFact(dropClaimed({ dropId: `drop-${number}` as never }))]);
  }
}

function change(path: string, sql: string): void {
  using database = new DatabaseSync(path);
  database.exec(sql);
}

test('a database is begun where there is none, and is there again at the next opening', async () => {
  await using folder = await openTempFolder();
  {
    using store = await openTestStore(folder.file);
    assert.deepEqual(store.opening, { setAside: null, problem: null, fromVersion: 0, version: 1 });
    store.writer.addFacts([newFact(dropClaimed())]);
  }
  assert.deepEqual(await readdir(folder.path), ['dropwise.db']);
  using again = await openTestStore(folder.file);
  assert.equal(again.opening.fromVersion, 1);
  assert.equal(again.reader.facts({ limit: 10 }).items.length, 1);
});

test('nobody but its owner can read the database or its journal', async () => {
  await using folder = await openTempFolder();
  using store = await openTestStore(folder.file);
  store.writer.addFacts([newFact(dropClaimed())]);
  for (const name of await readdir(folder.path)) {
    assert.equal((await stat(join(folder.path, name))).mode & 0o777, 0o600, name);
  }
});

test('the reading side cannot write', async () => {
  await using folder = await openTempFolder();
  using store = await openTestStore(folder.file);
  assert.equal('addFacts' in store.reader, false);
  assert.equal(store.reader.lastFactSeq, 0);
});

test('a database of a newer version is refused with a sentence and left as it is', async () => {
  await using folder = await openTempFolder();
  await leaveDatabase(folder.file);
  change(folder.file, `insert into migrations values (99, 'from the future', 0)`);
  const before = await readFile(folder.file);
  await assert.rejects(openTestStore(folder.file), (error: Error) => {
    assert.ok(error instanceof StoreOpenError);
    assert.match(error.message, /^Expected a database of version 1 or older at .+, found version 99: a newer Dropwise/);
    return true;
  });
  assert.deepEqual(await readFile(folder.file), before);
});

const damages: Readonly<Record<string, (path: string) => Promise<void>>> = {
  'a header of garbage': async (path) => {
    const bytes = await readFile(path);
    bytes.fill(0xa5, 0, 100);
    await writeFile(path, bytes);
  },
  'its second half missing': async (path) => truncate(path, (await stat(path)).size / 2),
  'less than a header': (path) => truncate(path, 50),
  'pages of garbage': async (path) => {
    const bytes = await readFile(path);
    bytes.fill(0xff, 4096, bytes.length - 4096);
    await writeFile(path, bytes);
  },
  'a text in its place': (path) => writeFile(path, 'notes of a person, longer than a header is: '.repeat(100)),
  'a table missing': async (path) => change(path, 'drop table lines'),
  'a table of another shape': async (path) => change(path, 'alter table claims add column other text'),
  'an index missing': async (path) => change(path, 'drop index facts_by_subject'),
  'tables of another program': async (path) => change(path, 'drop table migrations'),
  'a broken schema': async (path) => {
    using database = new DatabaseSync(path, { defensive: false });
    database.exec(`pragma writable_schema = on; update sqlite_schema set sql = 'create table x(' where name = 'lines'`);
  },
};

for (const [what, damage] of Object.entries(damages)) {
  test(`a database with ${what} is set aside, said, and replaced`, async () => {
    await using folder = await openTempFolder();
    await leaveDatabase(folder.file, 20);
    await damage(folder.file);
    const damaged = await readFile(folder.file);
    {
      using store = await openTestStore(folder.file);
      const { setAside, problem, fromVersion } = store.opening;
      assert.equal(basename(setAside ?? ''), 'dropwise.db.broken-2026-03-01T12-00-00-000Z');
      assert.match(
        problem ?? '',
        /^Expected a database of Dropwise at .+, found .+\. It was kept as .+, and a new one/,
      );
      assert.equal(fromVersion, 0);
      assert.deepEqual(await readFile(setAside ?? ''), damaged);
      store.writer.addFacts([newFact(dropClaimed())]);
    }
    using again = await openTestStore(folder.file);
    assert.equal(again.opening.setAside, null);
    assert.equal(again.reader.facts({ limit: 10 }).items.length, 1);
  });
}

test('what is set aside keeps its journal and overwrites nothing that was set aside before', async () => {
  await using folder = await openTempFolder();
  for (const round of ['first', 'second']) {
    await writeFile(folder.file, round.repeat(200));
    await writeFile(`${folder.file}-wal`, `${round} journal`);
    using store = await openTestStore(folder.file);
    const setAside = store.opening.setAside ?? '';
    assert.equal(await readFile(`${setAside}-wal`, 'utf8'), `${round} journal`);
    assert.equal(await readFile(setAside, 'utf8'), round.repeat(200));
  }
});

test('an empty file is a new database, not a broken one', async () => {
  await using folder = await openTempFolder();
  await writeFile(folder.file, '');
  using store = await openTestStore(folder.file);
  assert.equal(store.opening.setAside, null);
});

test('a database that another program holds is left in its place and said', async () => {
  await using folder = await openTempFolder();
  await leaveDatabase(folder.file);
  using other = new DatabaseSync(folder.file);
  other.exec('pragma locking_mode = exclusive; begin exclusive');
  await assert.rejects(openTestStore(folder.file), /another program holds the database .*end that program/);
  other.exec('rollback');
  assert.ok((await readdir(folder.path)).every((name) => !name.includes('broken')));
});

test('a place where no database can be is said and left', async () => {
  await using folder = await openTempFolder();
  await mkdir(folder.file);
  await assert.rejects(openTestStore(folder.file), StoreOpenError);
  await assert.rejects(openTestStore(join(folder.path, 'missing', 'dropwise.db')), /look at the rights of its folder/);
  assert.deepEqual(await readdir(folder.path), ['dropwise.db']);
});

test('a time zone that does not exist is refused before anything is touched', async () => {
  await using folder = await openTempFolder();
  await assert.rejects(openTestStore(folder.file, { timeZone: 'Mars/Olympus' }), RangeError);
  assert.deepEqual(await readdir(folder.path), []);
});

import assert from 'node:assert/strict';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { minuteConfirmed, newFact } from './testing/make-facts.ts';
import { openTempFolder, openTestStore } from './testing/temp-store.ts';

test('a copy that is made while facts come in is one file, complete and consistent', async () => {
  await using folder = await openTempFolder();
  using store = await openTestStore(folder.file);
  const batchSize = 200;
  let written = 0;
  const addBatch = (): void => {
    const told = (number: number) => minuteConfirmed({ minutes: written + number + 1 });
    store.writer.addFacts(Array.from({ length: batchSize }, (_, number) => newFact(told(number))));
    written += batchSize;
  };
  for (let count = 0; count < 20; count++) addBatch();
  const target = join(folder.path, 'copy.db');
  let isCopied = false;
  const copied = store.copyTo(target).then(() => {
    isCopied = true;
  });
  while (!isCopied) {
    addBatch();
    await new Promise((resolve) => setImmediate(resolve));
  }
  await copied;
  assert.equal((await stat(target)).mode & 0o777, 0o600);
  assert.deepEqual(
    (await readdir(folder.path)).filter((name) => name.startsWith('copy')),
    ['copy.db'],
  );
  // Bytes 18 and 19 of the header: 1 = needs no other file beside it, 2 = has a journal of its own.
  assert.deepEqual([...(await readFile(target)).subarray(18, 20)], [1, 1]);
  using copy = await openTestStore(target);
  assert.equal(copy.opening.setAside, null);
  const { facts, confirmedMinutes } = copy.reader.totals({});
  assert.ok(facts >= 4_000 && facts <= written && facts % batchSize === 0, `found ${facts} of ${written}`);
  assert.equal(confirmedMinutes, facts);
});

test('a copy takes the place of an earlier one, and a leftover of one that failed does not stand in its way', async () => {
  await using folder = await openTempFolder();
  using store = await openTestStore(folder.file);
  const target = join(folder.path, 'copy.db');
  await writeFile(target, 'earlier');
  await writeFile(`${target}.part`, 'half');
  store.writer.addFacts([newFact(minuteConfirmed())]);
  await store.copyTo(target);
  using copy = await openTestStore(target);
  assert.equal(copy.reader.lastFactSeq, 1);
});

test('a copy that cannot be made says so and leaves nothing', async () => {
  await using folder = await openTempFolder();
  using store = await openTestStore(folder.file);
  await assert.rejects(store.copyTo(join(folder.path, 'missing', 'copy.db')), /ENOENT/);
  assert.ok((await readdir(folder.path)).every((name) => name.startsWith('dropwise.db')));
});

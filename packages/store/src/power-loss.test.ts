import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { createRandom } from '@dropwise/kit';
import { factsAtOnce, numberedFact, readUnbrokenCount } from './testing/numbered-facts.ts';
import { openTempFolder, openTestStore } from './testing/temp-store.ts';
import { type DiskCopy, readDisk, tears } from './testing/torn-copy.ts';

/** Enough for the journal to be carried over into the database a few times. */
const transactionCount = 500;
const momentCount = 12;

interface Moment {
  readonly disk: DiskCopy;
  /** Facts whose writing had returned. */
  readonly writtenCount: number;
}

async function writeAndWatch(path: string): Promise<readonly Moment[]> {
  using store = await openTestStore(path);
  const moments: Moment[] = [];
  for (let count = 0; count < transactionCount; count++) {
    const first = count * factsAtOnce;
    const isDue = moments.length * transactionCount <= count * momentCount;
    const before = isDue ? readDisk(path) : null;
    store.writer.addFacts(Array.from({ length: factsAtOnce }, (_, index) => numberedFact(first + index)));
    // Before SQLite carries the journal over it makes sure that the journal is on the disk: none of that can be torn.
    const disk = before === null ? null : readDisk(path);
    if (disk === null || before?.database.equals(disk.database) !== true) continue;
    moments.push({ disk, writtenCount: first + factsAtOnce });
  }
  return moments;
}

for (const [left, tear] of Object.entries(tears)) {
  test(`a loss of power that leaves ${left} leaves a database that opens and holds the first so many facts`, async () => {
    await using folder = await openTempFolder();
    const moments = await writeAndWatch(folder.file);
    assert.equal(moments.length, momentCount);
    const random = createRandom(7);
    for (const [index, { disk, writtenCount }] of moments.entries()) {
      const torn = tear(disk, random);
      const path = join(folder.path, `copy-${index}.db`);
      await writeFile(path, torn.database);
      await writeFile(`${path}-wal`, torn.wal);
      {
        using store = await openTestStore(path);
        assert.equal(store.opening.setAside, null);
        const count = readUnbrokenCount(store);
        assert.ok(count <= writtenCount);
        // What was in the journal as a whole is there as a whole.
        if (torn.wal.equals(disk.wal)) assert.equal(count, writtenCount);
        store.writer.addFacts(Array.from({ length: factsAtOnce }, (_, more) => numberedFact(count + more)));
      }
      using database = new DatabaseSync(path);
      assert.equal(database.prepare('pragma integrity_check').get()?.integrity_check, 'ok');
    }
  });
}

import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { layOutDataDirectory, prepareDataDirectory } from '@dropwise/runtime';
import { openTempFolder } from '../auth/testing/temp-folder.ts';
import { createStorageCheck, type StorageSources } from './create-storage-check.ts';

const well = { setAside: null, problem: null };

async function sourcesIn(path: string, change: Partial<StorageSources> = {}): Promise<StorageSources> {
  const directory = layOutDataDirectory(path);
  await prepareDataDirectory(directory);
  return { directory, databaseBytes: () => 4_096, databaseFailing: () => null, opening: well, ...change };
}

test('a directory that takes files is said to, with the space that is left', async () => {
  await using folder = await openTempFolder();
  const answer = await createStorageCheck(await sourcesIn(folder.path))();
  assert.equal(answer.problem, null);
  assert.equal(answer.folder, folder.path);
  assert.ok(answer.freeBytes !== null && answer.freeBytes > 0);
  assert.deepEqual([answer.databaseBytes, answer.databaseFailing, answer.databaseReplaced], [4_096, null, null]);
});

test('a folder that takes no files any more is named with what to do', async () => {
  await using folder = await openTempFolder();
  const sources = await sourcesIn(folder.path);
  await rm(sources.directory.logsFolder, { recursive: true });
  await writeFile(sources.directory.logsFolder, '');
  const { problem } = await createStorageCheck(sources)();
  assert.ok(problem?.sentence.includes(sources.directory.logsFolder));
});

test('a database that was set aside, and one that takes nothing, are said', async () => {
  await using folder = await openTempFolder();
  const opening = { setAside: '/srv/aside.db', problem: 'It was cut off.' };
  const sources = await sourcesIn(folder.path, { opening, databaseFailing: () => 'disk full' });
  const answer = await createStorageCheck(sources)();
  assert.equal(answer.databaseReplaced, 'It was cut off. It was put at /srv/aside.db.');
  assert.equal(answer.databaseFailing, 'disk full');
});

test('asked twice at once, it looks once', async () => {
  await using folder = await openTempFolder();
  const check = createStorageCheck(await sourcesIn(folder.path));
  const [first, second] = await Promise.all([check(), check()]);
  assert.equal(first, second);
  assert.notEqual(await check(), first);
});

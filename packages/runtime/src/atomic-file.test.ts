import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, stat, symlink, watch, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { createRandom, randomInt } from '@dropwise/kit';
import { makePrivateFolder, removeLeftoverTempFiles, writeFileAtomically } from './atomic-file.ts';
import { importOf, startChildModule } from './testing/child-module.ts';
import { openTempFolder } from './testing/temp-folder.ts';

test('a written file has the content and is for its owner only', async () => {
  await using folder = await openTempFolder();
  const path = join(folder.path, 'cookies.jar');
  await writeFile(path, 'old, and open to all', { mode: 0o644 });
  await writeFileAtomically(path, 'new');
  assert.equal(await readFile(path, 'utf8'), 'new');
  assert.equal((await stat(path)).mode & 0o777, 0o600);
  assert.deepEqual(await readdir(folder.path), ['cookies.jar']);
});

test('another mode can be asked for', async () => {
  await using folder = await openTempFolder();
  const path = join(folder.path, 'open.json');
  await writeFileAtomically(path, '{}', { mode: 0o644 });
  assert.equal((await stat(path)).mode & 0o777, 0o644);
});

test('a write that fails leaves the old content and no temp file', async () => {
  await using folder = await openTempFolder();
  const path = join(folder.path, 'inventory.json');
  await mkdir(path);
  await assert.rejects(writeFileAtomically(path, 'text'), { code: 'EISDIR' });
  assert.deepEqual(await readdir(folder.path), ['inventory.json']);
});

test('writes at the same time leave one of the contents whole', async () => {
  await using folder = await openTempFolder();
  const path = join(folder.path, 'settings.json');
  const contents = Array.from({ length: 20 }, (_, index) => JSON.stringify({ index, filler: 'x'.repeat(50_000) }));
  await Promise.all(contents.map((content) => writeFileAtomically(path, content)));
  assert.ok(contents.includes(await readFile(path, 'utf8')));
  assert.deepEqual(await readdir(folder.path), ['settings.json']);
});

test('only temp files of writers that died are removed', async () => {
  await using folder = await openTempFolder();
  await using child = startChildModule('console.log("up"); setInterval(() => {}, 60_000);');
  await child.nextLine();
  const names = {
    ours: `.settings.json.${process.pid}-7.tmp`,
    ofTheLiving: `.settings.json.${child.process.pid}-1.tmp`,
    ofTheDead: '.settings.json.4194999-3.tmp',
    ofOthers: 'notes.tmp',
  };
  for (const name of Object.values(names)) await writeFile(join(folder.path, name), 'half');
  assert.equal(await removeLeftoverTempFiles(folder.path), 2);
  assert.deepEqual((await readdir(folder.path)).sort(), [names.ofTheLiving, names.ofOthers].sort());
});

/** Writes and says so, for ever; every content is longer than one page of the disk. */
const writerSource = `
  import { writeFileAtomically } from ${importOf('atomic-file.ts')};
  const path = process.argv[1];
  for (let turn = 0; ; turn++) await writeFileAtomically(path, JSON.stringify({ turn, filler: 'x'.repeat(300_000) }));`;

test('a writer killed at any moment leaves a file that parses, and the next start cleans up after it', async () => {
  await using folder = await openTempFolder();
  const path = join(folder.path, 'inventory.json');
  const random = createRandom(20);
  for (let round = 0; round < 12; round++) {
    await using writer = startChildModule(writerSource, [path]);
    // Killed after so many changes in the folder: a moment that falls anywhere in a write.
    await countFolderChanges(folder.path, randomInt(random, 6, 60));
    writer.process.kill('SIGKILL');
    await writer.ended;
    const read = JSON.parse(await readFile(path, 'utf8')) as { filler: string };
    assert.equal(read.filler.length, 300_000);
  }
  await removeLeftoverTempFiles(folder.path);
  assert.deepEqual(await readdir(folder.path), ['inventory.json']);
});

async function countFolderChanges(folder: string, count: number): Promise<void> {
  let seen = 0;
  for await (const _ of watch(folder)) {
    seen += 1;
    if (seen >= count) return;
  }
}

test('a folder is made with all that is missing above it, for the owner only, and may be there already', async () => {
  await using folder = await openTempFolder();
  const deep = join(folder.path, 'a', 'b', 'c');
  await Promise.all([makePrivateFolder(deep), makePrivateFolder(deep), makePrivateFolder(join(folder.path, 'a'))]);
  await makePrivateFolder(deep);
  assert.equal((await stat(deep)).mode & 0o777, 0o700);
  assert.equal((await stat(join(folder.path, 'a'))).mode & 0o777, 0o700);
});

test('a folder that cannot be made is said at once, whatever stands in its way', async () => {
  await using folder = await openTempFolder();
  await writeFile(join(folder.path, 'file'), '');
  await symlink('/nowhere/at/all', join(folder.path, 'dangling'));
  await assert.rejects(makePrivateFolder(join(folder.path, 'file')), { code: 'EEXIST' });
  await assert.rejects(makePrivateFolder(join(folder.path, 'file', 'in')), { code: 'ENOTDIR' });
  await assert.rejects(makePrivateFolder(join(folder.path, 'dangling', 'in')));
});

test('a folder is not tried for ever where the system takes none', { skip: process.platform !== 'linux' }, async () => {
  await assert.rejects(makePrivateFolder('/proc/dropwise/backups'), { code: 'ENOENT' });
});

import assert from 'node:assert/strict';
import { chmod, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import {
  checkDataDirectory,
  chooseDataDirectory,
  layOutDataDirectory,
  prepareDataDirectory,
} from './data-directory.ts';
import { openTempFolder } from './testing/temp-folder.ts';

test('the flag goes before the environment, and the environment before the home folder', () => {
  const table: readonly (readonly [flag: string | undefined, env: string | undefined, root: string])[] = [
    [undefined, undefined, '/home/ann/.dropwise'],
    [undefined, '/srv/drops', '/srv/drops'],
    ['/mnt/drops', '/srv/drops', '/mnt/drops'],
    ['drops/', undefined, '/srv/here/drops'],
    ['~/drops', undefined, '/home/ann/drops'],
    ['', '', '/home/ann/.dropwise'],
  ];
  for (const [flag, DROPWISE_DATA_DIR, root] of table) {
    const choice = { flag, env: { DROPWISE_DATA_DIR }, homeFolder: '/home/ann', workingFolder: '/srv/here' };
    assert.equal(chooseDataDirectory(choice).root, root);
  }
});

test('a new directory gets its folders, for the owner only, and nothing else', async () => {
  await using folder = await openTempFolder();
  const directory = layOutDataDirectory(join(folder.path, 'deep', 'down'));
  assert.deepEqual(await prepareDataDirectory(directory), { ok: true, value: undefined });
  for (const path of [directory.root, directory.configFolder, directory.dataFolder, directory.logsFolder]) {
    assert.equal((await stat(path)).mode & 0o777, 0o700, path);
  }
  assert.deepEqual(await readdir(directory.root, { recursive: true }), ['config', 'data', 'logs']);
});

test('a cookie jar that others could read is closed to them', async () => {
  await using folder = await openTempFolder();
  const directory = layOutDataDirectory(folder.path);
  await prepareDataDirectory(directory);
  await writeFile(directory.cookieJarFile, 'secret');
  await chmod(directory.cookieJarFile, 0o644);
  await prepareDataDirectory(directory);
  assert.equal((await stat(directory.cookieJarFile)).mode & 0o777, 0o600);
});

test('what a writer that died left behind is gone after the preparation', async () => {
  await using folder = await openTempFolder();
  const directory = layOutDataDirectory(folder.path);
  await prepareDataDirectory(directory);
  await writeFile(join(directory.dataFolder, '.cookies.jar.4194999-1.tmp'), 'half');
  await prepareDataDirectory(directory);
  assert.deepEqual(await readdir(directory.dataFolder), []);
});

test('the probe of a process that was killed while it wrote is gone after the next preparation', async () => {
  await using folder = await openTempFolder();
  const directory = layOutDataDirectory(folder.path);
  await prepareDataDirectory(directory);
  await writeFile(join(directory.dataFolder, '.write-check.4194999-0.tmp'), 'probe');
  await prepareDataDirectory(directory);
  assert.deepEqual(await readdir(directory.dataFolder), []);
});

test('a directory in use is checked without touching what is being written', async () => {
  await using folder = await openTempFolder();
  const directory = layOutDataDirectory(folder.path);
  await prepareDataDirectory(directory);
  const underWay = join(directory.dataFolder, `.inventory.json.${process.pid}-1.tmp`);
  await writeFile(underWay, 'half');
  assert.deepEqual(await checkDataDirectory(directory), { ok: true, value: undefined });
  assert.deepEqual(await readdir(directory.dataFolder), [basename(underWay)]);
  await rm(directory.configFolder, { recursive: true });
  const checked = await checkDataDirectory(directory);
  assert.ok(!checked.ok && checked.failure.sentence.includes(directory.configFolder));
});

test('a file in the place of a folder is named', async () => {
  await using folder = await openTempFolder();
  const blocked = join(folder.path, 'blocked');
  await writeFile(blocked, '');
  const prepared = await prepareDataDirectory(layOutDataDirectory(join(blocked, 'inside')));
  assert.ok(!prepared.ok);
  assert.equal(prepared.failure.code, 'ENOTDIR');
  assert.match(prepared.failure.sentence, new RegExp(`a file stands in its way at ${blocked}\\.`));
});

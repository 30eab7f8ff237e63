import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { acquireLock, type LockHolder } from './lock.ts';
import { importOf, startChildModule } from './testing/child-module.ts';
import { openTempFolder } from './testing/temp-folder.ts';

const holder: LockHolder = { pid: 4711, hostName: 'attic', since: Date.UTC(2026, 0, 2, 3, 4, 5) };

/** Takes the lock, says whether it did, and stays. */
const holderSource = `
  import { acquireLock } from ${importOf('lock.ts')};
  const taken = await acquireLock(process.argv[1], { pid: process.pid, hostName: 'cellar', since: 0 });
  console.log(taken.ok ? 'held' : taken.failure.sentence);
  setInterval(() => {}, 60_000);`;

test('a lock that was given back can be taken again', async () => {
  await using folder = await openTempFolder();
  const lockFile = join(folder.path, 'miner.lock');
  for (let turn = 0; turn < 3; turn++) {
    const taken = await acquireLock(lockFile, holder);
    assert.ok(taken.ok);
    await taken.value[Symbol.asyncDispose]();
    await taken.value[Symbol.asyncDispose]();
  }
  assert.deepEqual(await readdir(folder.path), ['miner.lock']);
});

test('a second miner is refused and told who the first is', async () => {
  await using folder = await openTempFolder();
  const lockFile = join(folder.path, 'miner.lock');
  const first = await acquireLock(lockFile, holder);
  assert.ok(first.ok);
  await using _held = first.value;
  const second = await acquireLock(lockFile, { ...holder, pid: 4712 });
  assert.ok(!second.ok && second.failure.kind === 'held');
  assert.deepEqual(second.failure.holder, holder);
  assert.match(second.failure.sentence, /process id 4711 on attic, running since 2026-01-02T03:04:05\.000Z/);
});

test('another process is refused too, and a killed holder frees the lock at once', async () => {
  await using folder = await openTempFolder();
  const lockFile = join(folder.path, 'miner.lock');
  await using first = startChildModule(holderSource, [lockFile]);
  assert.equal(await first.nextLine(), 'held');
  await using second = startChildModule(holderSource, [lockFile]);
  assert.match(await second.nextLine(), new RegExp(`process id ${first.process.pid} on cellar`));
  first.process.kill('SIGKILL');
  await first.ended;
  const third = await acquireLock(lockFile, holder);
  assert.ok(third.ok, third.ok ? '' : third.failure.sentence);
  await third.value[Symbol.asyncDispose]();
});

test('details that no longer parse do not hide that the lock is held', async () => {
  await using folder = await openTempFolder();
  const lockFile = join(folder.path, 'miner.lock');
  const first = await acquireLock(lockFile, holder);
  assert.ok(first.ok);
  await using _held = first.value;
  await writeFile(`${lockFile}.json`, '{"pid":');
  const second = await acquireLock(lockFile, holder);
  assert.ok(!second.ok && second.failure.kind === 'held');
  assert.equal(second.failure.holder, null);
  assert.match(second.failure.sentence, /^Another miner already uses this data directory/);
});

test('a place that cannot be locked says so and names a way out', async () => {
  await using folder = await openTempFolder();
  const taken = await acquireLock(join(folder.path, 'missing', 'miner.lock'), holder);
  assert.ok(!taken.ok && taken.failure.kind === 'unusable');
  assert.match(taken.failure.sentence, /use a local one \(--data-dir\)/);
});

test('a file of another kind in the place of the lock is left as it is', async () => {
  await using folder = await openTempFolder();
  const lockFile = join(folder.path, 'miner.lock');
  await writeFile(lockFile, 'notes of a person, longer than the header that a database has: '.repeat(20));
  const taken = await acquireLock(lockFile, holder);
  assert.ok(!taken.ok && taken.failure.kind === 'unusable');
});

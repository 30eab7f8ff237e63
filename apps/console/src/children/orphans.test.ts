import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { createSystemClock } from '@dropwise/runtime';
import { endOrphans } from './end-orphans.ts';
import { readProcessStart } from './process-identity.ts';
import { readRunRecords, writeRunRecord } from './run-record.ts';
import { startConsole } from './testing/started-console.ts';
import { define, isGone, openTestFleet, scripted } from './testing/test-fleet.ts';
import { until } from './testing/until.ts';

async function openRunFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'dropwise-run-'));
  return { path: join(folder, 'run'), [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

const clock = createSystemClock();

describe('a console that was killed', () => {
  test('leaves its child to the next one, which ends it and starts its own', async () => {
    await using folder = await openRunFolder();
    await using console = startConsole(folder.path, 'idle');
    const orphan = await console.numberAfter('child');
    await console.heard('up');
    await console.kill();
    assert.ok(!isGone(orphan), 'a child that survives its console');
    await using world = await openTestFleet([define(scripted('idle'))], { runFolder: folder.path });
    await world.fleet.begin();
    assert.ok(isGone(orphan), 'two of them');
    assert.deepEqual(world.sink.of('orphanFound'), [{ kind: 'orphanFound', pid: orphan, what: 'ended' }]);
    assert.notEqual(world.pid(), orphan);
  });

  test('leaves a child that ignores SIGTERM and its grandchild to be killed', async () => {
    await using folder = await openRunFolder();
    await using console = startConsole(folder.path, 'fork');
    const orphan = await console.numberAfter('child');
    const grandchild = await console.numberAfter('grandchild');
    await console.kill();
    const found = await endOrphans({ runFolder: folder.path, clock, graceMs: 200 });
    assert.deepEqual(found, [{ childId: 'child', pid: orphan, what: 'ended' }]);
    assert.ok(isGone(orphan));
    assert.ok(isGone(grandchild));
    assert.deepEqual(await readdir(folder.path), []);
  });

  test('leaves a grandchild whose parent is gone to be found by its group', {
    skip: process.platform !== 'linux',
  }, async () => {
    await using folder = await openRunFolder();
    await using console = startConsole(folder.path, 'fork');
    const orphan = await console.numberAfter('child');
    const grandchild = await console.numberAfter('grandchild');
    await console.kill();
    process.kill(orphan, 'SIGKILL');
    await until(() => isGone(orphan), 'the end of the child');
    assert.ok(!isGone(grandchild));
    const found = await endOrphans({ runFolder: folder.path, clock, graceMs: 200 });
    assert.equal(found[0]?.what, 'ended');
    assert.ok(isGone(grandchild));
  });

  test('takes along a child that listens to its channel', async () => {
    await using folder = await openRunFolder();
    await using console = startConsole(folder.path, 'ipc', 'ipc');
    const child = await console.numberAfter('child');
    await console.heard('up');
    await console.kill();
    await until(() => isGone(child), 'the end of the child');
    const found = await endOrphans({ runFolder: folder.path, clock, graceMs: 200 });
    assert.deepEqual(found, [{ childId: 'child', pid: child, what: 'gone' }]);
  });
});

describe('a record', () => {
  test('whose process is another one now leaves it alone', async () => {
    await using folder = await openRunFolder();
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e9)'], { detached: true, stdio: 'ignore' });
    const pid = stranger.pid ?? 0;
    const record = { childId: 'child', pid, command: 'x' };
    for (const startTime of [`${readProcessStart(pid)}1`, null]) {
      writeRunRecord(folder.path, { ...record, startTime });
      const found = await endOrphans({ runFolder: folder.path, clock, graceMs: 200 });
      assert.deepEqual(found, [{ childId: 'child', pid, what: 'not ours' }]);
      assert.ok(!isGone(pid));
      assert.deepEqual(await readdir(folder.path), []);
    }
    stranger.kill('SIGKILL');
    await once(stranger, 'exit');
    writeRunRecord(folder.path, { ...record, startTime: 'another boot:1' });
    assert.equal((await endOrphans({ runFolder: folder.path, clock, graceMs: 200 }))[0]?.what, 'gone');
  });

  test('is readable by the owner alone and holds no arguments', async () => {
    await using world = await openTestFleet([define([...scripted('idle'), '--password=hunter2'])]);
    await world.fleet.start('child');
    const [name = ''] = await readdir(world.runFolder);
    const path = join(world.runFolder, name);
    const text = await readFile(path, 'utf8');
    assert.equal((await stat(path)).mode & 0o777, 0o600);
    assert.doesNotMatch(text, /hunter2/);
    const { records } = await readRunRecords(world.runFolder);
    const startTime = readProcessStart(world.pid());
    assert.deepEqual(records, [{ childId: 'child', pid: world.pid(), startTime, command: process.execPath }]);
  });

  test('that is broken, or names another child, is removed and ends nothing', async () => {
    await using folder = await openRunFolder();
    await mkdir(folder.path, { recursive: true });
    const mine = { childId: 'child', pid: process.pid, startTime: readProcessStart(process.pid), command: 'x' };
    const broken = { 'a.run.json': '{', 'b.run.json': '{"pid": 1}', 'c.run.json': JSON.stringify(mine) };
    for (const [name, text] of Object.entries(broken)) await writeFile(join(folder.path, name), text);
    assert.deepEqual(await endOrphans({ runFolder: folder.path, clock, graceMs: 200 }), []);
    assert.deepEqual(await readdir(folder.path), []);
  });

  test('is looked for in a folder that need not be there', async () => {
    await using folder = await openRunFolder();
    assert.deepEqual(await endOrphans({ runFolder: folder.path, clock, graceMs: 200 }), []);
  });
});

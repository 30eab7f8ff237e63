import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { BackupGroup } from '@dropwise/core';
import { VirtualClock } from '@dropwise/kit';
import { layOutDataDirectory, prepareDataDirectory } from '@dropwise/runtime';
import { checkSchedule } from './check-schedule.ts';
import { createBackupService, nextRun } from './create-backup-service.ts';

const start = Date.UTC(2026, 2, 1, 0, 0);
const day = 24 * 60 * 60_000;

async function open(group: Partial<BackupGroup> = {}, copyDatabase: (to: string) => Promise<void> = async () => {}) {
  const root = await mkdtemp(join(tmpdir(), 'dropwise-backups-'));
  const directory = layOutDataDirectory(root);
  await prepareDataDirectory(directory);
  const clock = new VirtualClock(start, () => new Promise((resolve) => setImmediate(resolve)));
  const settings = { schedule: '', keep: 2, folder: '', ...group };
  const facts: { kind: string }[] = [];
  const told: (() => void)[] = [];
  const service = createBackupService({
    directory,
    settings: () => settings,
    copyDatabase,
    scheduledPassphrase: async () => null,
    version: '1.0.0',
    clock,
    onFact: (fact) => {
      facts.push(fact);
      for (const tell of told.splice(0)) tell();
    },
  });
  return {
    service,
    clock,
    facts,
    settings,
    folder: directory.backupsFolder,
    /** Moves the clock and waits for the backup that falls due on the way. */
    async untilMade(spanMs: number) {
      const made = new Promise<void>((resolve) => told.push(resolve));
      await clock.advance(spanMs);
      await made;
    },
    async [Symbol.asyncDispose]() {
      await service[Symbol.asyncDispose]();
      await rm(root, { recursive: true, force: true });
    },
  };
}

test('backups are made as the schedule says, and the oldest go', async () => {
  await using world = await open({ schedule: '0 12 * * *' });
  for (let made = 0; made < 4; made++) await world.untilMade(day);
  await world.service.make(null);
  const { backups } = await world.service.list();
  assert.equal(world.facts.length, 5);
  // Two that the schedule keeps, and the one that was asked for.
  assert.ok(backups.length <= 3, `${backups.length}`);
  assert.ok(backups.every(({ madeAt }) => madeAt >= start + 2 * day));
});

test('a schedule that is taken out makes none, one that is put in does', async () => {
  await using world = await open({ schedule: '0 12 * * *' });
  Object.assign(world.settings, { schedule: '' });
  world.service.reschedule();
  await world.clock.advance(3 * day);
  assert.deepEqual(world.facts, []);
  Object.assign(world.settings, { schedule: '0 12 * * *' });
  world.service.reschedule();
  await world.untilMade(day);
  assert.deepEqual(
    world.facts.map(({ kind }) => kind),
    ['backupMade'],
  );
});

test('a backup that fails is told, and the next is tried', async () => {
  let fails = true;
  await using world = await open({ schedule: '0 12 * * *' }, async () => {
    if (fails) throw new Error('disk full');
  });
  await world.untilMade(day);
  fails = false;
  await world.untilMade(day);
  assert.deepEqual(
    world.facts.map(({ kind }) => kind),
    ['backupFailed', 'backupMade'],
  );
});

test('only backups of that folder can be found and removed, whatever the name says', async () => {
  await using world = await open();
  assert.ok((await world.service.make(null)).ok);
  await writeFile(join(world.folder, 'notes.txt'), 'mine');
  const [backup] = (await world.service.list()).backups;
  assert.ok(backup);
  assert.equal(backup.madeAt, start);
  for (const name of ['notes.txt', '../config/settings.json', `../backups/${backup.name}`, '']) {
    assert.equal(await world.service.find(name), null, name);
    assert.equal(await world.service.remove(name), false, name);
  }
  assert.equal(await world.service.find(backup.name), join(world.folder, backup.name));
  assert.equal(await world.service.remove(backup.name), true);
  assert.deepEqual(await readdir(world.folder), ['notes.txt']);
});

test('two backups at once do not meet', async () => {
  let running = 0;
  await using world = await open({}, async () => {
    running += 1;
    assert.equal(running, 1);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
  });
  const made = await Promise.all([world.service.make(null), world.service.make(null)]);
  assert.ok(made.every(({ ok }) => ok));
});

test('a schedule is read as cron reads it', () => {
  assert.equal(nextRun('', start), null);
  assert.equal(nextRun('61 4 * * *', start), null);
  assert.equal(checkSchedule('30 4 * * 0'), null);
  assert.match(checkSchedule('61 4 * * *') ?? '', /^backup\.schedule must be a cron line/);
  const at = nextRun('30 4 * * *', start) ?? 0;
  assert.equal(new Date(at).getHours() * 60 + new Date(at).getMinutes(), 4 * 60 + 30);
});

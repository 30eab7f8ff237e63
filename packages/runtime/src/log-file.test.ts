import assert from 'node:assert/strict';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { VirtualClock } from '@dropwise/kit';
import { DailyLogFile, logFileName } from './log-file.ts';
import { importOf, startChildModule } from './testing/child-module.ts';
import { openTempFolder } from './testing/temp-folder.ts';

const settle = async (): Promise<void> => {};
/** Local time: the log's day is the person's. */
const lateEvening = new Date(2026, 2, 28, 23, 59, 59).getTime();

test('a new file begins with local midnight, also on the night the clocks change', async () => {
  await using folder = await openTempFolder();
  const clock = new VirtualClock(lateEvening, settle);
  using log = new DailyLogFile({ folder: folder.path, clock });
  log.write('evening\n');
  await clock.advance(1_000);
  log.write('morning\n');
  await clock.advanceTo(new Date(2026, 2, 29, 23, 59, 59).getTime());
  log.write('next evening\n');
  await clock.advance(1_000);
  log.write('third day\n');
  const read = async (name: string): Promise<string> => readFile(join(folder.path, name), 'utf8');
  assert.equal(await read('mining-2026-03-28.log'), 'evening\n');
  assert.equal(await read('mining-2026-03-29.log'), 'morning\nnext evening\n');
  assert.equal(await read('mining-2026-03-30.log'), 'third day\n');
});

test('fourteen days are kept: at the start and at every midnight older files go, and only log files', async () => {
  await using folder = await openTempFolder();
  const clock = new VirtualClock(lateEvening, settle);
  for (const name of ['mining-2025-01-01.log', 'mining-2026-03-14.log', 'mining-2026-03-15.log', 'mining-notes.log']) {
    await writeFile(join(folder.path, name), '');
  }
  using log = new DailyLogFile({ folder: folder.path, clock });
  log.write('x\n');
  assert.deepEqual((await readdir(folder.path)).sort(), [
    'mining-2026-03-15.log',
    'mining-2026-03-28.log',
    'mining-notes.log',
  ]);
  for (let day = 0; day < 30; day++) {
    await clock.advance(24 * 60 * 60_000);
    log.write('x\n');
  }
  const names = (await readdir(folder.path)).filter((name) => name !== 'mining-notes.log').sort();
  assert.equal(names.length, 14);
  assert.equal(names.at(-1), logFileName(clock.now()));
});

test('a second start on the same day goes on in the same file', async () => {
  await using folder = await openTempFolder();
  const clock = new VirtualClock(lateEvening, settle);
  for (const line of ['first\n', 'second\n']) {
    using log = new DailyLogFile({ folder: folder.path, clock });
    log.write(line);
  }
  assert.equal(await readFile(join(folder.path, 'mining-2026-03-28.log'), 'utf8'), 'first\nsecond\n');
});

test('lines that cannot be written are counted, with the reason, and later ones get through again', async () => {
  await using folder = await openTempFolder();
  const clock = new VirtualClock(lateEvening, settle);
  const logsFolder = join(folder.path, 'logs');
  await writeFile(logsFolder, 'in the way');
  using log = new DailyLogFile({ folder: logsFolder, clock });
  log.write('lost\n');
  log.write('lost\n');
  assert.equal(log.lostCount, 2);
  assert.match(log.lastFailure ?? '', /EEXIST|ENOTDIR/);
  await rm(logsFolder);
  log.write('there\n');
  assert.equal(log.lastFailure, null);
  assert.equal(await readFile(join(logsFolder, 'mining-2026-03-28.log'), 'utf8'), 'there\n');
});

test('a line logged just before the process is killed is in the file', async () => {
  await using folder = await openTempFolder();
  const source = `
    import { openLogger } from ${importOf('logger.ts')};
    import { createSystemClock } from ${importOf('system-clock.ts')};
    const log = openLogger({ clock: createSystemClock(), levels: { console: 'info', file: 'debug' },
      logsFolder: process.argv[1], console: null, colour: false });
    log.info('the last words');
    process.kill(process.pid, 'SIGKILL');`;
  await using child = startChildModule(source, [folder.path]);
  assert.equal(await child.ended, 'SIGKILL');
  const [name = ''] = await readdir(folder.path);
  assert.match(await readFile(join(folder.path, name), 'utf8'), /the last words/);
});

test('the files of two programs in one folder do not meet', async () => {
  await using folder = await openTempFolder();
  const clock = new VirtualClock(lateEvening, settle);
  for (const name of ['mining-2026-01-01.log', 'console-2026-01-01.log']) await writeFile(join(folder.path, name), '');
  using console = new DailyLogFile({ folder: folder.path, clock, name: 'console' });
  console.write('of the console\n');
  assert.deepEqual((await readdir(folder.path)).sort(), ['console-2026-03-28.log', 'mining-2026-01-01.log']);
});

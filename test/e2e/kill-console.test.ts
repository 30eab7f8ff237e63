import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { createRandom, randomInt } from '@dropwise/kit';
import { startConsole } from './console.ts';
import { assertSameAccount, settle, untilRemembered, writeHastyChild } from './kill-account.ts';
import { watchSigns } from './kill-signs.ts';
import { type LocalTwitch, startLocalTwitch } from './local-twitch.ts';
import { type Line, makeFolder, type Program, startProgram } from './processes.ts';

const killCount = 50;
/** A console listens at about the tenth sign; its miner is up at about the hundredth, and watches some hundred later. */
const maxSigns = 300;

test('a console that is killed fifty times opens its memory each time, leaves no miner behind and misses nothing', async (t) => {
  await using folder = await makeFolder();
  const dataFolder = join(folder.path, 'data');
  await mkdir(dataFolder);
  await writeHastyChild(folder.path);
  await using twitch = await startLocalTwitch({ scenario: 'evening', speed: 120, autoApprove: true });
  const before = await twitch.state();
  const random = createRandom(11);
  const orphans = new Set<number>();
  const survivors = new Set<number>();
  const seen: Line[] = [];

  for (let round = 0; round < killCount; round++) {
    const signs = randomInt(random, 0, maxSigns);
    await using life = startLife(twitch, folder.path);
    using _watch = watchOrphans(life, orphans, survivors);
    if (round === 0) await untilRemembered(life, dataFolder);
    using watched = watchSigns(life, [dataFolder], signs, () => life.lines.at(-1)?.kind === 'becameIdle');
    await Promise.race([watched.seen, life.ended]);
    life.send('SIGKILL');
    const ending = await life.end();
    const where = `life ${round}, killed at sign ${signs}`;
    assert.equal(ending.signal, 'SIGKILL', `${where}: ${life.stderr}`);
    seen.push(...life.lines);
    for (const pid of await childrenOf(life, dataFolder)) orphans.add(pid);
  }

  await using last = await startConsole(twitch, folder.path, { approve: false });
  using _watch = watchOrphans(last.program, orphans, survivors);
  await last.program.line('campaignsDiscovered');
  await settle(twitch, last);
  const account = await assertSameAccount(before, twitch, last);
  seen.push(...last.program.lines);
  assert.deepEqual([...survivors], [], 'miners of earlier consoles ran on');
  const opened = seen.filter(({ kind }) => kind === 'consoleStarted');
  assert.deepEqual([...new Set(opened.map(({ setAside }) => setAside))], [null], 'every database was sound');
  const found = seen.filter(({ kind }) => kind === 'orphanFound');
  t.diagnostic(
    `${opened.length} of ${killCount + 1} lives opened the database, ${orphans.size} miners were left behind, found: ${tally(found)}; ${account.claims.length} claims, ${JSON.stringify(account.minutes)} minutes`,
  );
  assert.ok(account.claims.length > 3 && found.length > 5, 'the kills came too early to say anything');
});

function startLife(twitch: LocalTwitch, folder: string): Program {
  return startProgram(['start', '--json', '--port', '0', '--data-dir', folder, ...twitch.clockArguments]);
}

/** Whenever a console has started a miner, whatever earlier ones started must be gone: whoever is not is noted. */
function watchOrphans(life: Program, orphans: ReadonlySet<number>, survivors: Set<number>): Disposable {
  let checked = 0;
  return life.onOutput(() => {
    for (; checked < life.lines.length; checked++) {
      if (life.lines[checked]?.kind !== 'childStarted') continue;
      for (const pid of orphans) if (isRunning(pid)) survivors.add(pid);
    }
  });
}

/** A dead process that nobody has asked about runs no more. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const stat = existsSync('/proc/self/stat') ? readStat(pid) : 'R';
  return stat !== 'Z' && stat !== null;
}

/** The state of a process as proc(5) has it; null = it is gone. */
function readStat(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).charAt(0);
  } catch {
    return null;
  }
}

/** Process ids of the miners that a console has started, as it told or wrote down. */
async function childrenOf(life: Program, dataFolder: string): Promise<number[]> {
  const told = life.lines.filter(({ kind }) => kind === 'childStarted').map(({ pid }) => Number(pid));
  const record = await readFile(join(dataFolder, 'run', 'miner.run.json'), 'utf8').catch(() => null);
  return record === null ? told : [...told, Number(JSON.parse(record).pid)];
}

function tally(found: readonly Line[]): string {
  const counts = Object.groupBy(found, ({ what }) => String(what));
  return Object.entries(counts)
    .map(([what, lines]) => `${lines?.length} ${what}`)
    .join(', ');
}

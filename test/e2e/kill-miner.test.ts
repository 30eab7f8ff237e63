import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ChildView, Statistics } from '@dropwise/contract';
import { createRandom, randomInt } from '@dropwise/kit';
import { type RunningConsole, startConsole } from './console.ts';
import { assertSameAccount, settle, untilRemembered, writeHastyChild } from './kill-account.ts';
import { startLoad } from './kill-load.ts';
import { watchSigns } from './kill-signs.ts';
import { assertSameState } from './live-client.ts';
import { startLocalTwitch } from './local-twitch.ts';
import { type Line, makeFolder } from './processes.ts';

const killCount = 100;
/** A life is complete, with its login looked at and its channel watched, at about the fortieth sign. */
const maxSigns = 80;

test('a miner that is killed a hundred times under load loses no claim and no minute, and its console answers throughout', async (t) => {
  await using folder = await makeFolder();
  const dataFolder = join(folder.path, 'data');
  await mkdir(dataFolder);
  await writeHastyChild(folder.path);
  await using twitch = await startLocalTwitch({ scenario: 'evening', speed: 200, autoApprove: true });
  const before = await twitch.state();
  await using console = await startConsole(twitch, folder.path, { approve: false });
  await untilRemembered(console.program, dataFolder);
  await using load = startLoad(console);
  const random = createRandom(7);
  const killed: number[] = [];
  for (let round = 0; round < killCount; round++) {
    killed.push(await killLife(console, dataFolder, round, randomInt(random, 0, maxSigns)));
  }
  const last = await lifeOf(console, killCount);
  await console.program.line('childBecameReady', ({ seq }) => Number(seq) > Number(last.seq));
  await settle(twitch, console);
  const account = await assertSameAccount(before, twitch, console);

  assert.equal(new Set(killed).size, killCount);
  await assertCounted(console);
  assert.equal((await console.call('POST', 'api/children/miner/stop', {})).status, 200);
  for (const client of load.clients) {
    await client.until('the end of the miner', ({ state }) => state?.children.miner?.phase === 'stopped');
  }
  await assertSameState(load.clients, console.url);
  assert.deepEqual(load.problems, []);
  assert.ok(load.answered > killCount, `${load.answered} requests are no load`);
  const byDead = console.program.lines.filter(({ kind, by }) => kind === 'dropClaimed' && by === 'claim').length;
  assert.ok(account.claims.length > 5 && byDead > 0, 'too little was earned: the test looks at nothing but starts');
  t.diagnostic(
    `${account.claims.length} claims, ${JSON.stringify(account.minutes)} minutes, ${load.answered} answers, the slowest in ${Math.round(load.slowestMs)} ms`,
  );
});

/** The start of the life number `round`, from 0. */
async function lifeOf({ program }: RunningConsole, round: number): Promise<Line> {
  return await program.until(`start ${round}`, ({ lines }) => lines.filter(isStart)[round]);
}

function isStart({ kind }: Line): boolean {
  return kind === 'childStarted';
}

/** Kills it at its n-th sign of life, and resolves with its process id when the console knows. */
async function killLife(console: RunningConsole, dataFolder: string, round: number, signs: number): Promise<number> {
  const { program } = console;
  const pid = Number((await lifeOf(console, round)).pid);
  using watched = watchSigns(program, [dataFolder], signs, () => program.lines.at(-1)?.kind === 'becameIdle');
  await watched.seen;
  process.kill(pid, 'SIGKILL');
  const ended = await program.until(`end ${round}`, ({ lines }) => lines.filter(isEnd)[round]);
  assert.deepEqual([ended.signal, ended.wanted], ['SIGKILL', false], `life ${round}, killed at sign ${signs}`);
  return pid;
}

function isEnd({ kind }: Line): boolean {
  return kind === 'childEnded';
}

/** Restarts are as many as deaths, and time up and down is all the time there was. */
async function assertCounted(console: RunningConsole): Promise<void> {
  const { child } = await console.get<{ child: ChildView }>('api/miner/status');
  assert.equal(child.restarts, killCount);
  const { at, uptime } = await console.get<Statistics>('api/statistics');
  const [counted] = uptime.children;
  assert.ok(counted);
  const { upMs, downMs, downCount, restarts } = counted;
  assert.deepEqual([restarts, downCount], [killCount, killCount]);
  const firstStart = Number((await lifeOf(console, 0)).at);
  assert.equal(upMs + downMs, at - firstStart);
  const lives = console.program.lines.filter((line) => isStart(line) || isEnd(line)).map(({ at }) => Number(at));
  const lived = lives.reduce((sum, each, index) => sum + (index % 2 === 0 ? -each : each), 0) + at;
  assert.equal(upMs, lived);
}

import assert from 'node:assert/strict';
import { watch } from 'node:fs';
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { createRandom, randomInt } from '@dropwise/kit';
import { startLocalTwitch, startMiner } from './local-twitch.ts';
import { makeFolder, type Program } from './processes.ts';

const killCount = 50;
/**
 * A life ends at its n-th sign of life: a line of output, or something that changed in the data folder. The first
 * sign-in is complete at about the thirtieth, watching begins at about the fortieth.
 */
const maxSigns = 64;

test('a miner that is killed at fifty moments keeps its login, leaves no rubbish and claims everything once', async (t) => {
  await using folder = await makeFolder();
  await using twitch = await startLocalTwitch({ speed: 200 });
  const dataFolder = join(folder.path, 'data');
  await mkdir(dataFolder);
  const random = createRandom(7);
  const seen = { wasSignedIn: false, claimed: [] as string[] };

  for (let round = 0; round < killCount; round += 1) {
    const signs = randomInt(random, 0, maxSigns);
    await using miner = startMiner(twitch, folder.path);
    const ending = await killAtSign(miner, dataFolder, signs);
    const where = `round ${round}, killed at sign ${signs}`;
    assert.equal(ending, 'SIGKILL', `${where}: ${miner.stderr}`);
    assertNoNewCode(miner, seen.wasSignedIn, where);
    seen.claimed.push(...claimedBy(miner));
    seen.wasSignedIn = (await readLogin(dataFolder, where)) || seen.wasSignedIn;
    await assertMemoryParses(dataFolder, where);
    if (miner.lines.length > 0) assert.deepEqual(await rubbishIn(folder.path, miner.pid), [], where);
  }

  await using last = startMiner(twitch, folder.path);
  const state = await twitch.untilState('every drop claimed', ({ campaigns }) =>
    campaigns.every(({ drops }) => drops.every(({ claimed }) => claimed)),
  );
  await last.line('becameIdle', (line) => line.why === 'idle-all-earned');
  assertNoNewCode(last, seen.wasSignedIn, 'the last life');
  last.send('SIGTERM');
  assert.deepEqual(await last.end(), { code: 0, signal: null });
  const drops = state.campaigns.flatMap((campaign) => campaign.drops);
  assert.equal(drops.length, 6);
  assert.equal(state.account.rewards, drops.length);
  assert.deepEqual(state.counters.claims, { claimed: drops.length }, 'no claim was repeated');
  assert.deepEqual(await rubbishIn(folder.path), []);
  assert.ok(seen.wasSignedIn);
  t.diagnostic(`${seen.claimed.length} of ${drops.length} claims were told by miners that were killed`);
  const told = [...seen.claimed, ...claimedBy(last)];
  assert.equal(new Set(told).size, told.length, 'no claim of ours was told twice');
  assert.ok(seen.claimed.length > 0, 'no kill came late enough: the test looks at nothing but starts');
});

/** Kills the miner at the sign, or when all that it wanted to do is done. Resolves with the signal that ended it. */
async function killAtSign(miner: Program, dataFolder: string, signs: number): Promise<string> {
  let left = signs;
  const count = (): void => {
    left -= 1;
    if (left < 0) miner.send('SIGKILL');
  };
  const watcher = watch(dataFolder, count);
  using _output = miner.onOutput(() => {
    count();
    // Nothing more will happen: waiting for another sign would be waiting for ever.
    if (miner.lines.at(-1)?.kind === 'becameIdle') miner.send('SIGKILL');
  });
  if (signs === 0) miner.send('SIGKILL');
  try {
    const { code, signal } = await miner.end();
    return signal ?? `exit code ${code}`;
  } finally {
    watcher.close();
  }
}

function assertNoNewCode(miner: Program, wasSignedIn: boolean, where: string): void {
  if (wasSignedIn) assert.equal(countOf(miner, 'deviceCodeIssued'), 0, `${where}: the login was lost`);
}

/**
 * Drops that this miner says it claimed itself. Telling and remembering are two steps: a miner killed between them is
 * followed by one that learns of the claim from Twitch and tells it as `by: inventory`.
 */
function claimedBy(miner: Program): string[] {
  return miner.lines
    .filter(({ kind, by }) => kind === 'dropClaimed' && by === 'claim')
    .map(({ dropId }) => String(dropId));
}

function countOf(miner: Program, kind: string): number {
  return miner.lines.filter((line) => line.kind === kind).length;
}

/** Whether the jar holds a token. A jar that is there is whole and its owner's alone. */
async function readLogin(dataFolder: string, where: string): Promise<boolean> {
  const path = join(dataFolder, 'cookies.jar');
  const found = await stat(path).catch(() => null);
  if (found === null) return false;
  assert.equal(found.mode & 0o777, 0o600, where);
  const jar: unknown = JSON.parse(await readFile(path, 'utf8'));
  assert.ok(typeof jar === 'object' && jar !== null && 'cookies' in jar && Array.isArray(jar.cookies), where);
  return jar.cookies.some((cookie: { name?: unknown }) => cookie.name === 'auth-token');
}

async function assertMemoryParses(dataFolder: string, where: string): Promise<void> {
  const text = await readFile(join(dataFolder, 'inventory.json'), 'utf8').catch(() => null);
  if (text !== null) assert.doesNotThrow(() => JSON.parse(text), where);
}

/** What writers left behind, but for what the process `pid` was writing when it was killed. */
async function rubbishIn(folder: string, pid?: number): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => /(?:^|\/)\./.test(name) && (pid === undefined || !name.includes(`${pid}`)));
}

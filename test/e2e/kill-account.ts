import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, watch } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { RunningConsole } from './console.ts';
import type { LocalTwitch, SimState } from './local-twitch.ts';
import { type Program, patienceMs } from './processes.ts';

/** Our miner, started again at once and for ever: a test that kills it is not to wait. */
export async function writeHastyChild(dataDirectory: string): Promise<void> {
  const restart = { firstDelayMs: 10, maxDelayMs: 20, maxQuickDeaths: 100_000 };
  const children = [{ id: 'miner', name: 'Dropwise', adapter: 'dropwise', restart }];
  await mkdir(join(dataDirectory, 'config'), { recursive: true });
  await writeFile(join(dataDirectory, 'config', 'children.json'), JSON.stringify(children), { mode: 0o600 });
}

/** Whoever has no memory yet cannot know which minutes came before it: kills begin when it is on the disk. */
export async function untilRemembered(program: Program, dataFolder: string): Promise<void> {
  await program.line('campaignsDiscovered');
  const path = join(dataFolder, 'inventory.json');
  const watcher = watch(dataFolder);
  try {
    while (!existsSync(path)) await once(watcher, 'change');
  } finally {
    watcher.close();
  }
}

/** Lets everything come to rest: nobody streams any more, all minutes that were earned are told, and the miner has asked. */
export async function settle(twitch: LocalTwitch, console: RunningConsole): Promise<void> {
  const { channels } = await twitch.state();
  for (const { login, live } of channels) if (live) await twitch.control('POST', 'channel', { login, live: false });
  // A minute is told within a minute of its sign. Protocol 5.4.
  await waitMinutes(twitch, 2);
  const from = console.program.lines.length;
  assert.equal((await console.call('POST', 'api/reload', {})).status, 200);
  await console.program.line('campaignsDiscovered', ({ childId }) => childId === 'miner', from);
}

async function waitMinutes(twitch: LocalTwitch, minutes: number): Promise<void> {
  const { now } = await twitch.state();
  await twitch.untilState(`${minutes} minutes more`, (state) => state.now > now + minutes * 60_000);
}

interface ClaimRow {
  readonly dropId: string;
  readonly dropName: string;
}

interface MinutesRow {
  readonly campaignName: string;
  readonly confirmedMinutes: number;
}

export interface Account {
  /** Names, so that a difference can be read. */
  readonly claims: readonly string[];
  readonly minutes: Readonly<Record<string, number>>;
}

/** What Twitch has counted and told since `before`. */
function accountOf(before: SimState, after: SimState): Account {
  const dropsOf = ({ campaigns }: SimState) =>
    new Map(campaigns.flatMap(({ drops }) => drops.map((each) => [each.id, each])));
  const known = dropsOf(before);
  const claims = [...dropsOf(after).values()].filter(({ id, claimed }) => claimed && known.get(id)?.claimed !== true);
  const minutes = after.campaigns.map(({ name, drops }) => {
    const gained = drops.map(({ id, minutes: total }) => total - (known.get(id)?.minutes ?? 0));
    return [name, gained.reduce((sum, each) => sum + each, 0)] as const;
  });
  return {
    claims: claims.map(({ id, name }) => `${name} ${id}`).sort(),
    minutes: Object.fromEntries(minutes.filter(([, sum]) => sum > 0)),
  };
}

/** The same as the console remembers it. */
async function rememberedAccount(console: RunningConsole): Promise<Account> {
  const { items: claims } = await console.get<{ items: readonly ClaimRow[] }>('api/history/claims?limit=1000');
  const { items } = await console.get<{ items: readonly MinutesRow[] }>(
    'api/history/minutes?from=2020-01-01&to=2030-01-01',
  );
  const minutes: Record<string, number> = {};
  for (const { campaignName, confirmedMinutes } of items) {
    if (confirmedMinutes > 0) minutes[campaignName] = (minutes[campaignName] ?? 0) + confirmedMinutes;
  }
  return { claims: claims.map(({ dropId, dropName }) => `${dropName} ${dropId}`).sort(), minutes };
}

/**
 * Fails unless the history holds what Twitch confirmed since `before`: nothing is missing, nothing is in it twice, and nothing
 * that never was. What is claimed is told a moment later; gives back what both agree on.
 */
export async function assertSameAccount(
  before: SimState,
  twitch: LocalTwitch,
  console: RunningConsole,
): Promise<Account> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const expected = accountOf(before, await twitch.state());
    const found = await rememberedAccount(console);
    if (isDeepStrictEqual(found, expected)) return expected;
    if (performance.now() > deadline) assert.deepEqual(found, expected);
    // Not faster than one address may ask.
    await waitMinutes(twitch, 1);
  }
}

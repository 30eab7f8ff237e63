import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunningConsole } from './console.ts';
import type { LocalTwitch, SimState } from './local-twitch.ts';

/** Our miner, started again at once and for ever: a test that kills it is not to wait. */
export async function writeHastyChild(dataDirectory: string): Promise<void> {
  const restart = { firstDelayMs: 10, maxDelayMs: 20, maxQuickDeaths: 100_000 };
  const children = [{ id: 'miner', name: 'Dropwise', adapter: 'dropwise', restart }];
  await mkdir(join(dataDirectory, 'config'), { recursive: true });
  await writeFile(join(dataDirectory, 'config', 'children.json'), JSON.stringify(children), { mode: 0o600 });
}

/**
 * Lets everything come to rest: nobody streams any more, all minutes that were earned are told, what can be claimed is
 * claimed, and the miner has asked for all of it.
 */
export async function settle(twitch: LocalTwitch, console: RunningConsole): Promise<SimState> {
  const { channels } = await twitch.state();
  for (const { login, live } of channels) if (live) await twitch.control('POST', 'channel', { login, live: false });
  const { now } = await twitch.state();
  // A minute is told within a minute of its sign. Protocol 5.4.
  await twitch.untilState('two minutes more', (state) => state.now > now + 120_000);
  const from = console.program.lines.length;
  assert.equal((await console.call('POST', 'api/reload', {})).status, 200);
  await console.program.line('campaignsDiscovered', ({ childId }) => childId === 'miner', from);
  return await twitch.untilState('every claim made', ({ campaigns }) =>
    campaigns.every(({ drops }) => drops.every(({ ready }) => !ready)),
  );
}

interface ClaimRow {
  readonly dropId: string;
  readonly dropName: string;
}

interface MinutesRow {
  readonly campaignName: string;
  readonly confirmedMinutes: number;
}

interface Account {
  /** Names, so that a difference can be read. */
  readonly claims: readonly string[];
  readonly minutes: Readonly<Record<string, number>>;
}

/** What Twitch has counted and told since `before`. */
export function accountOf(before: SimState, after: SimState): Account {
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
export async function rememberedAccount(console: RunningConsole): Promise<Account> {
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

/** Nothing that Twitch confirmed is missing from the history, nothing is in it twice, and nothing that never was. */
export async function assertSameAccount(expected: Account, console: RunningConsole): Promise<void> {
  // What is claimed is told by the miner a moment later.
  await console.until<{ items: readonly unknown[] }>(
    `${expected.claims.length} claims`,
    'api/history/claims?limit=1000',
    ({ items }) => items.length >= expected.claims.length,
  );
  const found = await rememberedAccount(console);
  assert.deepEqual(found.claims, expected.claims);
  assert.deepEqual(found.minutes, expected.minutes);
}

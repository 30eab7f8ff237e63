import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boundOf } from './bound.ts';
import { createLines } from './crediting.ts';
import { createPlanMode } from './plan-mode.ts';
import { createRankMode } from './rank-mode.ts';
import { replay } from './replay.ts';
import { modeNames } from './replay-case.ts';
import { buildTrace, buildTraceCampaign, hourMs, randomTrace, traceStart } from './testing/build-trace.ts';
import { createWorld, isWatchable, type World } from './world.ts';

const early = { endsAt: traceStart + 10 * hourMs, thresholds: [60] };
const late = { endsAt: traceStart + 20 * hourMs, thresholds: [60] };

function worldOf(...campaigns: Parameters<typeof buildTrace>[0]): World {
  return createWorld(buildTrace(campaigns), 'all', 1);
}

/** How long each is credited when `wantedId` is what somebody wants as long as it can be watched. */
function creditedMinutes(world: World, wantedId: string): Readonly<Record<string, number>> {
  const { watchedMinutes } = replay(
    world,
    ({ known, minute }) => known.find((each) => each.id === wantedId && isWatchable(each, minute)) ?? null,
    createLines(world).credit,
  );
  return Object.fromEntries(world.campaigns.map(({ id, index }) => [id, watchedMinutes[index] ?? 0]));
}

test('of the open campaigns of a game the one that ends first is credited, whichever is wanted', () => {
  const world = worldOf(buildTraceCampaign('early', early), buildTraceCampaign('late', late));
  assert.deepEqual(creditedMinutes(world, 'late'), { early: 60, late: 60 });
});

test('the one that is being credited goes on when another appears that ends before it', () => {
  const sudden = { ...early, startsAt: traceStart + hourMs / 2, firstSeenAt: traceStart + hourMs / 2 };
  const world = worldOf(buildTraceCampaign('late', late), buildTraceCampaign('sudden', sudden));
  assert.deepEqual(creditedMinutes(world, 'late'), { late: 60, sudden: 0 });
});

test('a campaign that no list has shown yet takes minutes all the same', () => {
  const hidden = { ...early, firstSeenAt: traceStart + 9 * hourMs };
  const world = worldOf(buildTraceCampaign('hidden', hidden), buildTraceCampaign('late', late));
  assert.deepEqual(creditedMinutes(world, 'late'), { hidden: 60, late: 60 });
});

test('another game, or an allow list of its own, is chosen by choosing the channel', () => {
  const other = buildTraceCampaign('other', { ...late, gameId: 'game-b' });
  const listed = buildTraceCampaign('listed', { ...late, channels: [1, 2, 3] });
  const world = worldOf(buildTraceCampaign('early', early), other, listed);
  assert.deepEqual(creditedMinutes(world, 'other'), { early: 0, listed: 0, other: 60 });
  assert.deepEqual(creditedMinutes(world, 'listed'), { early: 0, listed: 60, other: 0 });
});

test('listed campaigns of a game are told apart by a live channel that only one of them lists', () => {
  const shared = buildTraceCampaign('early', { ...early, channels: [1, 2, 3] });
  const beside = (channels: readonly number[]): World =>
    worldOf(shared, buildTraceCampaign('late', { ...late, channels }));
  assert.deepEqual(creditedMinutes(beside([1, 2, 3]), 'late'), { early: 60, late: 60 });
  assert.deepEqual(creditedMinutes(beside([4, 5, 6]), 'late'), { early: 0, late: 60 });
});

test('with lines no mode earns more than the bound either', async () => {
  for (let seed = 1; seed <= 8; seed++) {
    const world = createWorld(randomTrace({ campaigns: 20, games: 3, hours: 48, mostSteps: 60 }, seed), 'all', seed);
    const lines = createLines(world);
    const bound = await boundOf(world, 'start');
    for (const name of modeNames) {
      const mode = name === 'plan' ? createPlanMode(world, () => {}, lines) : createRankMode(name, world, seed);
      const { drops } = replay(world, mode, lines.credit);
      assert.ok(drops > 0 && drops <= bound + 1e-6, `seed ${seed}, ${name}: ${drops} of ${bound}`);
    }
  }
});

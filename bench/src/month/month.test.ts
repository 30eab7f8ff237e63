import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VirtualClock } from '@dropwise/kit';
import { createSim } from '@dropwise/twitch-sim';
import { createLines } from '../planner/crediting.ts';
import { createPlanMode } from '../planner/plan-mode.ts';
import { createRankMode } from '../planner/rank-mode.ts';
import { replay } from '../planner/replay.ts';
import { isWatchable } from '../planner/world.ts';
import { monthWorld } from './month-asked.ts';
import { createMonthScenario } from './month-scenario.ts';
import { runMonth } from './run-month.ts';

const asked = { month: '2025-06', games: 80, seed: 1 } as const;
/** How far the miner may be from the replay, as a share of the replay's drops. */
const tolerance = 0.05;

test('the local Twitch has what the replay has, at the same times', async () => {
  const world = await monthWorld(asked);
  const clock = new VirtualClock(world.startsAt, async () => {});
  using sim = createSim({ scenario: createMonthScenario(world), seed: asked.seed, clock });
  const { campaigns, channels } = sim.world;
  assert.equal(campaigns.all.flatMap(({ drops }) => drops).length, world.totalDrops);
  let watchable = 0;
  for (let minute = 0; minute < world.minutes; minute += 95) {
    await clock.advanceTo(world.startsAt + minute * 60_000);
    const found = campaigns.all.filter(({ definition, game }) => {
      if (clock.now() < definition.startAt || clock.now() >= definition.endAt) return false;
      const liveIds = channels.liveIn(game.id).map(({ channel }) => channel.definition.id);
      return liveIds.some((id) => definition.allowedChannelIds?.includes(id) ?? true);
    });
    const expected = world.campaigns.filter((campaign) => isWatchable(campaign, minute));
    assert.deepEqual(
      found.map(({ definition }) => definition.name),
      expected.map(({ id }) => id),
      `minute ${minute}`,
    );
    watchable += found.length;
  }
  assert.ok(watchable > 1_000, `only ${watchable} were compared`);
});

test('a month of the miner confirms the replay: what is claimed in mode plan and in mode ending_soonest', async () => {
  const world = await monthWorld(asked);
  const lines = createLines(world);
  const replayed = {
    plan: replay(
      world,
      createPlanMode(world, () => {}, lines),
      lines.credit,
    ).drops,
    endingSoonest: replay(world, createRankMode('ending_soonest', world, asked.seed), lines.credit).drops,
  };
  const [plan, endingSoonest] = await Promise.all([
    runMonth({ ...asked, mode: 'plan' }),
    runMonth({ ...asked, mode: 'ending_soonest' }),
  ]);
  assert.ok(!plan.conditions.includes('plan-failing'), 'the planner threw, so that the games decided');
  const told = `miner ${plan.claimed} and ${endingSoonest.claimed}, replay ${replayed.plan} and ${replayed.endingSoonest}`;
  assert.ok(isNear(plan.claimed, replayed.plan), `plan: ${told}`);
  assert.ok(isNear(endingSoonest.claimed, replayed.endingSoonest), `ending_soonest: ${told}`);
  assert.ok(isNear(plan.claimed / endingSoonest.claimed, replayed.plan / replayed.endingSoonest), `gain: ${told}`);
  assert.ok(plan.claimed > 1.1 * endingSoonest.claimed, `plan claims no more: ${told}`);
  for (const { claimed, toldClaimed } of [plan, endingSoonest]) assert.equal(toldClaimed, claimed);
});

function isNear(found: number, expected: number): boolean {
  return Math.abs(found - expected) <= tolerance * expected;
}

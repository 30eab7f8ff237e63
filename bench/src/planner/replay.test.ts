import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boundOf } from './bound.ts';
import { createPlanMode, type Replan } from './plan-mode.ts';
import { createRankMode } from './rank-mode.ts';
import { type Moment, replay } from './replay.ts';
import { modeNames } from './replay-case.ts';
import { buildTrace, buildTraceCampaign, hourMs, randomTrace, traceStart } from './testing/build-trace.ts';
import { createWorld, isWatchable } from './world.ts';

test('no mode earns more than the bound', async () => {
  for (let seed = 1; seed <= 8; seed++) {
    const world = createWorld(randomTrace({ campaigns: 20, games: 5, hours: 48, mostSteps: 60 }, seed), 'all', seed);
    const bound = await boundOf(world);
    for (const name of modeNames) {
      const mode = name === 'plan' ? createPlanMode(world, () => {}) : createRankMode(name, world, seed);
      const { drops } = replay(world, mode);
      assert.ok(drops > 0 && drops <= bound + 1e-6, `seed ${seed}, ${name}: ${drops} of ${bound}`);
    }
  }
});

test('all drops of a campaign advance together, and a finished one is not offered again', () => {
  const world = createWorld(buildTrace([buildTraceCampaign('a', { thresholds: [10, 10, 20] })]), 'all', 1);
  let watchedSteps = 0;
  const replayed = replay(world, ({ known: [first] }) => {
    if (first !== undefined) watchedSteps++;
    return first ?? null;
  });
  assert.deepEqual([watchedSteps, replayed.drops, replayed.idleMinutes], [4, 3, 24 * 60 - 20]);
});

test('a campaign is offered from when it was seen, also before it starts, until it ends', () => {
  const late = buildTraceCampaign('a', {
    startsAt: traceStart + 2 * hourMs,
    endsAt: traceStart + 3 * hourMs,
    firstSeenAt: traceStart + hourMs,
  });
  const offered: number[] = [];
  replay(createWorld(buildTrace([late]), 'all', 1), ({ minute, known }) => {
    if (known.length > 0) offered.push(minute);
    return null;
  });
  assert.deepEqual([offered[0], offered.at(-1)], [60, 175]);
});

test('a mode that watches what cannot be watched is stopped', () => {
  const world = createWorld(buildTrace([buildTraceCampaign('a', { startsAt: traceStart + hourMs })]), 'all', 1);
  assert.throws(() => replay(world, ({ known: [first] }) => first ?? null), /can be watched at minute 0, found a/);
});

test('the planner earns what there is time for, and never asks before the history has seen it', () => {
  const surprise = { startsAt: traceStart + hourMs, endsAt: traceStart + 3 * hourMs, firstSeenAt: traceStart + hourMs };
  const trace = buildTrace([
    buildTraceCampaign('a', { endsAt: traceStart + 20 * hourMs, thresholds: [60, 300] }),
    buildTraceCampaign('b', { ...surprise, thresholds: [90] }),
  ]);
  const world = createWorld(trace, 'all', 1);
  assert.equal(
    replay(
      world,
      createPlanMode(world, () => {}),
    ).drops,
    3,
  );
});

test('a plan is made at events and every quarter of an hour, and holds in between', () => {
  const trace = buildTrace([
    buildTraceCampaign('a', { endsAt: traceStart + 24 * hourMs, thresholds: [55, 2_000] }),
    buildTraceCampaign('b', { firstSeenAt: traceStart + 65 * 60_000 }),
  ]);
  const world = createWorld(trace, 'all', 1);
  const replans: Replan[] = [];
  const minutes: number[] = [];
  const mode = createPlanMode(world, (replan) => replans.push(replan));
  replay(world, (moment: Moment) => {
    const before = replans.length;
    if (moment.minute < 90) mode(moment);
    if (replans.length > before) minutes.push(moment.minute);
    return moment.known.find(({ id }) => id === 'a') ?? null;
  });
  assert.deepEqual(minutes, [0, 15, 30, 45, 55, 65, 80]);
  assert.deepEqual(
    replans.map(({ event }) => event).filter((event) => event !== 'time passed'),
    ['campaign appeared', 'drop finished', 'campaign appeared'],
  );
  assert.deepEqual([replans[0]?.campaignCount, replans.at(-1)?.campaignCount], [1, 2]);
});

test('a campaign that goes off or on speaks for a new plan at once', () => {
  const listed = buildTraceCampaign('a', {
    endsAt: traceStart + 24 * hourMs,
    channels: [1, 2, 3],
    thresholds: [1_000],
  });
  const world = createWorld(buildTrace([listed]), 'all', 1);
  const events = new Map<number, string>();
  let minute = 0;
  const mode = createPlanMode(world, ({ event }) => events.set(minute, event));
  replay(world, (moment) => {
    minute = moment.minute;
    return mode(moment);
  });
  const [campaign] = world.campaigns;
  assert.ok(campaign);
  const changes = Array.from({ length: 287 }, (_, step) => (step + 1) * 5).filter(
    (at) => isWatchable(campaign, at) !== isWatchable(campaign, at - 5),
  );
  assert.ok(changes.length >= 2);
  for (const at of changes) assert.equal(events.get(at), isWatchable(campaign, at) ? 'went live' : 'went offline');
});

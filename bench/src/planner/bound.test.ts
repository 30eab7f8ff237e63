import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boundOf, boundProgram } from './bound.ts';
import { hoursOf, mergeCells } from './cells.ts';
import { maximise } from './linear-program.ts';
import { bestDrops } from './testing/best-drops.ts';
import { buildTrace, buildTraceCampaign, hourMs, randomTrace, traceStart } from './testing/build-trace.ts';
import { createWorld } from './world.ts';

const tolerance = 1e-6;
const tiny = { campaigns: 3, games: 2, hours: 3, mostSteps: 8 };

test('nobody can earn more than the bound, whatever is tried', async () => {
  for (let seed = 1; seed <= 40; seed++) {
    const world = createWorld(randomTrace(tiny, seed), 'all', seed);
    const [bound, best] = [await boundOf(world), bestDrops(world)];
    assert.ok(bound >= best - tolerance, `seed ${seed}: the bound is ${bound}, and ${best} drops can be earned`);
    assert.ok((await boundOf(world, 'start')) >= bound - tolerance, `seed ${seed}: knowing earlier cannot earn less`);
  }
});

test('the bound is what can be earned when there is time for everything', async () => {
  const other = buildTraceCampaign('campaign-b', { endsAt: traceStart + 6 * hourMs, thresholds: [30, 60, 120] });
  assert.equal(await boundOf(createWorld(buildTrace([buildTraceCampaign(), other]), 'all', 1)), 4);
});

test('two campaigns that ask for the same hours share them', async () => {
  const rival = buildTraceCampaign('campaign-b', { thresholds: [120] });
  const world = createWorld(buildTrace([buildTraceCampaign(), rival]), 'all', 1);
  assert.ok(Math.abs((await boundOf(world)) - 1.5) < tolerance);
});

test('a later drop is not earned to a greater share than the one before it', async () => {
  // Twelve hours: three drops in six, and 360 minutes of the 610 that the other's three take, 0.59 of each.
  const late = buildTraceCampaign('campaign-b', { endsAt: traceStart + 12 * hourMs, thresholds: [600, 605, 610] });
  const rival = buildTraceCampaign('campaign-a', { endsAt: traceStart + 12 * hourMs, thresholds: [120, 240, 360] });
  const bound = await boundOf(createWorld(buildTrace([rival, late], 12), 'all', 1));
  assert.ok(bound < 4.8, `${bound}`);
  assert.ok(bound > 4.7, `${bound}`);
});

test('drops out of reach earn nothing, not even in parts', async () => {
  const world = createWorld(buildTrace([buildTraceCampaign('campaign-a', { thresholds: [60, 125] })]), 'all', 1);
  assert.equal(await boundOf(world), 1);
});

test('a campaign can be watched from when it was seen, or from its start', async () => {
  const seenLate = buildTraceCampaign('campaign-a', { firstSeenAt: traceStart + 90 * 60_000 });
  const world = createWorld(buildTrace([seenLate]), 'all', 1);
  assert.equal(await boundOf(world, 'known'), 0);
  assert.equal(await boundOf(world, 'start'), 1);
});

test('merging hours that are alike does not change the optimum', async () => {
  for (let seed = 1; seed <= 15; seed++) {
    const trace = randomTrace({ campaigns: 8, games: 3, hours: 48, mostSteps: 60 }, seed);
    const hours = hoursOf(createWorld(trace, 'all', seed), 'known');
    const merged = mergeCells(hours);
    const [apart, together] = [await maximise(boundProgram(hours)), await maximise(boundProgram(merged))];
    assert.ok(merged.length < hours.length, `seed ${seed}`);
    assert.ok(Math.abs(apart - together) < tolerance, `seed ${seed}: ${apart} apart, ${together} together`);
  }
});

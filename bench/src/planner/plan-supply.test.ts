import assert from 'node:assert/strict';
import { test } from 'node:test';
import { liveShare, stepMinutes } from './live-blocks.ts';
import { chancesOf, createSupplyPrior } from './plan-supply.ts';
import { buildTrace, buildTraceCampaign, hourMs, traceStart } from './testing/build-trace.ts';
import { createWorld } from './world.ts';

const tolerance = 1e-3;

test('a channel is live for about a seventh of the time', () => {
  assert.ok(Math.abs(liveShare - 0.146) < tolerance);
});

test('what is live now is likely to stay, and after a day nothing of it is left', () => {
  const [live, offline] = [chancesOf(1, 1), chancesOf(0, 1)];
  assert.ok((live[0] ?? 0) > 0.85 && (offline[0] ?? 1) < 0.03);
  assert.ok(live.every((chance, hour) => hour === 0 || chance < (live[hour - 1] ?? 0)));
  assert.ok(offline.every((chance, hour) => hour === 0 || chance > (offline[hour - 1] ?? 1)));
  for (const chances of [live, offline]) assert.ok(Math.abs((chances.at(-1) ?? 0) - liveShare) < tolerance);
});

test('one of many channels is live more likely than one', () => {
  assert.ok(Math.abs((chancesOf(0, 10).at(-1) ?? 0) - (1 - (1 - liveShare) ** 10)) < tolerance * 2);
});

test('the planner is told what is live now and nothing else', () => {
  const campaigns = [
    buildTraceCampaign('a', { endsAt: traceStart + 24 * hourMs, channels: [1, 2, 3, 4, 5] }),
    buildTraceCampaign('b'),
  ];
  const [listed, open] = createWorld(buildTrace(campaigns), 'all', 1).campaigns;
  assert.ok(listed && open);
  const supplyOf = createSupplyPrior();
  assert.deepEqual(supplyOf(open, 0), { kind: 'always' });
  const steps = [...(listed.liveChannels ?? [])];
  for (const step of [steps.indexOf(0), steps.findIndex((live) => live > 0)]) {
    const live = steps[step];
    assert.ok(live !== undefined);
    const told = { kind: 'chance', liveNow: live > 0, hourly: chancesOf(live, 5) };
    assert.deepEqual(supplyOf(listed, step * stepMinutes), told);
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildSample } from '../../shared/audience/testing/build-run.ts';
import { figuresOf, saturationOf } from './live-figures.ts';

const tool = (lagP99Ms: number | null, loopUtilization = 0.1) => ({
  tool: { ...buildSample(0).tool, lagP99Ms, loopUtilization },
});

test('the time stalled is that of all watched, and nothing where nobody has watched', () => {
  assert.equal(figuresOf(buildSample(1_000, { watchedMs: 200_000, stalledMs: 1_000 })).stalledPercent, 0.5);
  assert.equal(figuresOf(buildSample(0, { watchedMs: 0 })).stalledPercent, null);
});

test('who joins and who stalls is there, too', () => {
  const viewers = { planned: 9, joining: 1, playing: 3, stalled: 2, ended: 5, failed: 5, lost: 5 };
  assert.equal(figuresOf(buildSample(1_000, { viewers })).watching, 6);
});

test('a tool that lags for most of the last seconds is saturated; one slow second is not', () => {
  const calm = [1, 2, 3, 4].map((second) => buildSample(second * 1_000, tool(0.5)));
  assert.equal(saturationOf([]), null);
  assert.equal(saturationOf([...calm, buildSample(5_000, tool(40))]), null);
  const lagging = [1, 2, 3, 4].map((second) => buildSample(second * 1_000, tool(second * 10)));
  assert.deepEqual(saturationOf([...calm, ...lagging]), { lagMs: 40, loopUtilization: 0.1 });
  const busy = [1, 2, 3, 4].map((second) => buildSample(second * 1_000, tool(null, 0.9)));
  assert.deepEqual(saturationOf(busy), { lagMs: null, loopUtilization: 0.9 });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type ReloadFacts, reloadDelayMs, stalenessOf } from './reload-cadence.ts';

const facts: ReloadFacts = {
  targetDurationSeconds: 2,
  partTargetSeconds: null,
  lastSegmentSeconds: 2,
  changed: true,
  loadStartedAtMs: 10_000,
  nowMs: 10_000,
};

const delays: readonly [name: string, changes: Partial<ReloadFacts>, delayMs: number][] = [
  ['a target duration after a load that brought something', {}, 2_000],
  ['counted from the start of the load, not its end', { nowMs: 10_300 }, 1_700],
  ['half a target duration after a load that did not', { changed: false }, 1_000],
  ['at once when the load took longer', { nowMs: 19_000 }, 0],
  ['as long as a segment that rounding made longer', { lastSegmentSeconds: 2.4 }, 2_400],
  ['no sooner for a short last segment', { lastSegmentSeconds: 0.1 }, 2_000],
  ['a target duration where nothing is listed', { lastSegmentSeconds: null }, 2_000],
  ['half a second at least', { targetDurationSeconds: 0.01, lastSegmentSeconds: 0.01 }, 500],
  ['half a second at least, unchanged', { targetDurationSeconds: 0.5, changed: false }, 500],
  ['a minute at most', { targetDurationSeconds: 86_400 }, 60_000],
  ['a minute for nonsense', { targetDurationSeconds: Number.NaN }, 60_000],
  ['half a part target between blocking reloads', { partTargetSeconds: 0.5 }, 250],
  ['at once after a server that held the reload back', { partTargetSeconds: 0.5, nowMs: 10_480 }, 0],
  ['a tenth of a second at least between blocking reloads', { partTargetSeconds: 0.001 }, 100],
];
for (const [name, changes, delayMs] of delays) {
  test(`a reload waits ${name}`, () => {
    assert.equal(reloadDelayMs({ ...facts, ...changes }), delayMs);
  });
}

test('no playlist makes ordinary reloads start closer than half a second, or further apart than a minute', () => {
  fc.assert(
    fc.property(fc.double(), fc.option(fc.double()), fc.boolean(), (target, last, changed) => {
      const delayMs = reloadDelayMs({ ...facts, targetDurationSeconds: target, lastSegmentSeconds: last, changed });
      assert.ok(delayMs >= 500 && delayMs <= 60_000, `${delayMs}`);
    }),
  );
});

test('a playlist is stale after one and a half target durations, and very stale after three', () => {
  const after = (ms: number) => stalenessOf({ targetDurationSeconds: 2, lastChangedAtMs: 500, nowMs: 500 + ms });
  assert.deepEqual([0, 3_000, 3_001, 6_000, 6_001].map(after), ['fresh', 'fresh', 'stale', 'stale', 'very-stale']);
});

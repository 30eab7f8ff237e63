import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findPlanProblems } from './plan-problems.ts';
import { planRun } from './plan-run.ts';
import type { LoadSettings, PlanSettings } from './plan-settings.ts';

const constant: LoadSettings = { shape: 'constant', joinOverMs: 0, stay: { kind: 'to-the-end' } };
const sound: PlanSettings = { viewers: 10, durationMs: 60_000, load: constant };

const table: readonly (readonly [settings: Partial<PlanSettings>, sentence: RegExp])[] = [
  [{ viewers: 0 }, /viewers: expected a whole number from 1, not 0/],
  [{ viewers: 1.5 }, /not 1\.5/],
  [{ durationMs: 0 }, /the duration: expected more than 0, not 0/],
  [{ load: { ...constant, joinOverMs: -1 } }, /the time to join: expected 0 or more, not -1/],
  [{ load: { ...constant, stay: { kind: 'fixed', ms: 10 } } }, /the stay: expected at least 1000 ms, not 10/],
  [{ load: { ...constant, stay: { kind: 'exponential', meanMs: Number.NaN } } }, /mean stay.*not NaN/],
  [{ load: { ...constant, stay: { kind: 'lognormal', medianMs: 5000, sigma: -1 } } }, /sigma of the stay/],
  [{ load: { ...constant, stay: { kind: 'quantiles', quantilesMs: [5] } } }, /at least two/],
  [
    { load: { ...constant, stay: { kind: 'quantiles', quantilesMs: [5, 4] } } },
    /each must be at least the one before it/,
  ],
  [{ load: { shape: 'ramp', stages: [], stay: { kind: 'to-the-end' } } }, /at least one stage/],
  [
    { load: { shape: 'ramp', stages: [{ viewers: 11, overMs: 1 }], stay: { kind: 'to-the-end' } } },
    /stage 1 of the ramp goes to 11 viewers, and at most 10 are allowed at once: raise viewers/,
  ],
  [{ load: { shape: 'arrival-rate', viewersPerMinute: 0, stay: { kind: 'to-the-end' } } }, /viewers a minute/],
  [
    { viewers: 10_000, durationMs: null, load: { ...constant, stay: { kind: 'fixed', ms: 60_000 } } },
    /an endless run, planned for 24 hours, with 10000 at once who stay 60 s on average would have about 14,410,000 viewers, more than 1,000,000/,
  ],
  [
    { durationMs: 3_600_000, load: { shape: 'arrival-rate', viewersPerMinute: 20_000, stay: { kind: 'to-the-end' } } },
    /about 1,200,000 viewers/,
  ],
];

for (const [change, sentence] of table) {
  test(`what cannot be planned is refused with the reason: ${sentence.source}`, () => {
    const settings = { ...sound, ...change };
    assert.match(findPlanProblems(settings).join('\n'), sentence);
    assert.throws(() => planRun(settings, 1), sentence);
  });
}

test('what can be planned has no problems', () => {
  assert.deepEqual(findPlanProblems(sound), []);
});

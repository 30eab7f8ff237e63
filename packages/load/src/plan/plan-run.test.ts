import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type LoadPlan, peakOf } from './load-plan.ts';
import { planRun } from './plan-run.ts';
import type { LoadSettings, PlanSettings, StaySettings } from './plan-settings.ts';

const toTheEnd: StaySettings = { kind: 'to-the-end' };

function presentAt({ viewers }: LoadPlan, atMs: number): number {
  return viewers.filter(({ joinAtMs, leaveAtMs }) => joinAtMs <= atMs && (leaveAtMs ?? Infinity) > atMs).length;
}

function plan(load: LoadSettings, rest: Partial<PlanSettings> = {}, seed = 1): LoadPlan {
  return planRun({ viewers: 100, durationMs: 600_000, load, ...rest }, seed);
}

test('a constant load joins evenly over its window and stays', () => {
  const constant = plan({ shape: 'constant', joinOverMs: 10_000, stay: toTheEnd });
  assert.equal(constant.viewers.length, 100);
  assert.deepEqual(
    constant.viewers.slice(0, 3).map(({ joinAtMs, leaveAtMs }) => [joinAtMs, leaveAtMs]),
    [
      [0, null],
      [100, null],
      [200, null],
    ],
  );
  assert.equal(constant.peakViewers, 100);
  assert.equal(presentAt(constant, 9900), 100);
});

test('where viewers leave others follow, so that the number at once stays', () => {
  const churning = plan({ shape: 'constant', joinOverMs: 0, stay: { kind: 'exponential', meanMs: 30_000 } });
  assert.ok(churning.viewers.length > 1500, 'about twenty stays in each place');
  for (const atMs of [0, 60_000, 299_999, 599_999]) assert.equal(presentAt(churning, atMs), 100);
  assert.equal(churning.peakViewers, 100);
});

test('a ramp follows straight lines up, along and down', () => {
  const ramp = plan({
    shape: 'ramp',
    stages: [
      { viewers: 50, overMs: 50_000 },
      { viewers: 50, overMs: 100_000 },
      { viewers: 10, overMs: 40_000 },
      { viewers: 80, overMs: 70_000 },
    ],
    stay: toTheEnd,
  });
  const wanted: readonly (readonly [atMs: number, viewers: number])[] = [
    [500, 1],
    [25_500, 26],
    [60_000, 50],
    [149_999, 50],
    [170_500, 30],
    [189_500, 11],
    [225_500, 46],
    [300_000, 80],
    [599_000, 80],
  ];
  for (const [atMs, viewers] of wanted) assert.equal(presentAt(ramp, atMs), viewers, `at ${atMs} ms`);
  assert.equal(ramp.peakViewers, 80);
});

test('a stage of no length is a step', () => {
  const step = plan({ shape: 'ramp', stages: [{ viewers: 20, overMs: 0 }], stay: toTheEnd });
  assert.equal(presentAt(step, 0), 20);
});

test('arrivals know nothing of each other: gaps are exponential and minutes are Poisson', () => {
  const arrivals = plan(
    { shape: 'arrival-rate', viewersPerMinute: 60, stay: { kind: 'fixed', ms: 5000 } },
    { viewers: 10_000, durationMs: 6 * 3_600_000 },
  );
  const minutes = new Float64Array(360);
  for (const { joinAtMs } of arrivals.viewers)
    minutes[Math.floor(joinAtMs / 60_000)] = (minutes[Math.floor(joinAtMs / 60_000)] ?? 0) + 1;
  const mean = minutes.reduce((sum, count) => sum + count, 0) / minutes.length;
  const variance = minutes.reduce((sum, count) => sum + (count - mean) ** 2, 0) / minutes.length;
  assert.ok(Math.abs(mean - 60) < 2, `mean ${mean}`);
  assert.ok(variance / mean > 0.75 && variance / mean < 1.3, `variance by mean ${variance / mean}`);
});

test('who arrives at a full house is turned away and told of, not kept waiting', () => {
  const full = plan(
    { shape: 'arrival-rate', viewersPerMinute: 120, stay: { kind: 'fixed', ms: 60_000 } },
    { viewers: 30 },
  );
  assert.equal(full.peakViewers, 30);
  assert.ok(full.turnedAwayAtMs.length > 500);
  assert.ok(full.turnedAwayAtMs.every((atMs) => presentAt(full, atMs) === 30));
});

test('the same seed gives the same plan, another seed another', () => {
  const load: LoadSettings = {
    shape: 'arrival-rate',
    viewersPerMinute: 50,
    stay: { kind: 'exponential', meanMs: 60_000 },
  };
  assert.deepEqual(plan(load, {}, 5), plan(load, {}, 5));
  assert.notDeepEqual(plan(load, {}, 5).viewers, plan(load, {}, 6).viewers);
});

test('viewers have seeds of their own', () => {
  const { viewers } = plan({ shape: 'constant', joinOverMs: 0, stay: toTheEnd });
  assert.equal(new Set(viewers.map(({ seed }) => seed)).size, 100);
});

test('a run without an end is planned for a day, and who is there then stays', () => {
  const endless = plan(
    { shape: 'constant', joinOverMs: 0, stay: { kind: 'fixed', ms: 3_600_000 } },
    { viewers: 2, durationMs: null },
  );
  assert.equal(endless.viewers.length, 48);
  assert.equal(endless.viewers.at(-1)?.leaveAtMs, null);
  assert.equal(endless.endsAtMs, null);
});

const anyStay: fc.Arbitrary<StaySettings> = fc.oneof(
  fc.constant(toTheEnd),
  fc.record({ kind: fc.constant('fixed' as const), ms: fc.integer({ min: 1000, max: 90_000 }) }),
  fc.record({ kind: fc.constant('exponential' as const), meanMs: fc.integer({ min: 1000, max: 90_000 }) }),
);

const stage = fc.record({ viewers: fc.integer({ min: 0, max: 30 }), overMs: fc.integer({ min: 0, max: 60_000 }) });
const anyLoad: fc.Arbitrary<LoadSettings> = fc.oneof(
  fc.record({
    shape: fc.constant('constant' as const),
    joinOverMs: fc.integer({ min: 0, max: 60_000 }),
    stay: anyStay,
  }),
  fc.record({
    shape: fc.constant('ramp' as const),
    stages: fc.array(stage, { minLength: 1, maxLength: 5 }),
    stay: anyStay,
  }),
  fc.record({
    shape: fc.constant('arrival-rate' as const),
    viewersPerMinute: fc.integer({ min: 1, max: 600 }),
    stay: anyStay,
  }),
);

test('whatever the shape: never more at once than allowed, in order, within the run, each index once', () => {
  fc.assert(
    fc.property(anyLoad, fc.integer(), (load, seed) => {
      const made = planRun({ viewers: 30, durationMs: 120_000, load }, seed);
      assert.ok(made.peakViewers <= 30);
      assert.equal(made.peakViewers, peakOf(made.viewers));
      const indexes = made.viewers.map(({ index }) => index);
      assert.equal(new Set(indexes).size, indexes.length);
      assert.ok(indexes.every((index) => index < made.nextIndex));
      for (const [place, { joinAtMs, leaveAtMs }] of made.viewers.entries()) {
        assert.ok(joinAtMs >= (made.viewers[place - 1]?.joinAtMs ?? 0) && joinAtMs < 120_000);
        assert.ok(leaveAtMs === null || (leaveAtMs > joinAtMs && leaveAtMs < 120_000));
      }
    }),
  );
});

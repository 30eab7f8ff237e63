import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { changeViewers } from './change-viewers.ts';
import type { LoadPlan } from './load-plan.ts';
import { planRun } from './plan-run.ts';
import type { LoadSettings, StaySettings } from './plan-settings.ts';
import { takeShard } from './take-shard.ts';

const stay: StaySettings = { kind: 'exponential', meanMs: 60_000 };
const shapes: readonly LoadSettings[] = [
  { shape: 'constant', joinOverMs: 5000, stay },
  { shape: 'constant', joinOverMs: 5000, stay: { kind: 'to-the-end' } },
  { shape: 'ramp', stages: [{ viewers: 20, overMs: 200_000 }], stay },
];

function planOf(load: LoadSettings): LoadPlan {
  return planRun({ viewers: 20, durationMs: 400_000, load }, 11);
}

function presentAt({ viewers }: LoadPlan, atMs: number): number {
  return viewers.filter(({ joinAtMs, leaveAtMs }) => joinAtMs <= atMs && (leaveAtMs ?? Infinity) > atMs).length;
}

for (const load of shapes) {
  const name = `${load.shape}, ${load.stay.kind}`;
  test(`more viewers come one by one and are kept up (${name})`, () => {
    const changed = changeViewers(planOf(load), 100_000, 50);
    assert.ok(presentAt(changed, 100_010) < 50);
    for (const atMs of [101_000, 250_000, 399_999]) assert.equal(presentAt(changed, atMs), 50);
  });

  test(`fewer viewers are fewer at once, and those who joined first stay (${name})`, () => {
    const before = planOf(load);
    const changed = changeViewers(before, 100_000, 5);
    for (const atMs of [100_000, 250_000, 399_999]) assert.equal(presentAt(changed, atMs), 5);
    const stayed = changed.viewers.filter(
      ({ leaveAtMs, joinAtMs }) => joinAtMs <= 100_000 && (leaveAtMs ?? 1e9) > 100_000,
    );
    const left = changed.viewers.filter(({ leaveAtMs }) => leaveAtMs === 100_000);
    assert.ok(Math.max(...stayed.map(({ joinAtMs }) => joinAtMs)) <= Math.min(...left.map(({ joinAtMs }) => joinAtMs)));
  });
}

test('arrivals go on below the new limit', () => {
  const load: LoadSettings = { shape: 'arrival-rate', viewersPerMinute: 60, stay: { kind: 'fixed', ms: 120_000 } };
  const changed = changeViewers(planOf(load), 100_000, 8);
  assert.equal(presentAt(changed, 100_000), 8);
  const later = changed.viewers.filter(({ joinAtMs }) => joinAtMs > 100_000);
  assert.ok(later.length > 0);
  assert.ok(later.every(({ joinAtMs }) => presentAt(changed, joinAtMs) <= 8));
  assert.ok(changed.turnedAwayAtMs.some((atMs) => atMs > 100_000));
});

test('what has happened stays, names are never given twice, and shards agree', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...shapes),
      fc.array(fc.tuple(fc.integer({ min: 1, max: 90_000 }), fc.integer({ min: 0, max: 40 })), { maxLength: 4 }),
      (load, changes) => {
        let plan = planOf(load);
        let nowMs = 0;
        for (const [laterMs, viewers] of changes) {
          nowMs += laterMs;
          const past = plan.viewers.filter(({ leaveAtMs }) => leaveAtMs !== null && leaveAtMs <= nowMs);
          plan = changeViewers(plan, nowMs, viewers);
          assert.deepEqual(
            plan.viewers.filter(({ index }) => past.some((viewer) => viewer.index === index)),
            past,
          );
          assert.ok(presentAt(plan, nowMs + 1000) === viewers || nowMs + 1000 >= 400_000);
        }
        const indexes = plan.viewers.map(({ index }) => index);
        assert.equal(new Set(indexes).size, indexes.length);
        assert.equal(takeShard(plan, 0, 2).viewers.length + takeShard(plan, 1, 2).viewers.length, indexes.length);
      },
    ),
  );
});

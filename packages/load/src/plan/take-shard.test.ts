import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { byJoining } from './load-plan.ts';
import { planRun } from './plan-run.ts';
import { takeShard } from './take-shard.ts';

const whole = planRun(
  {
    viewers: 40,
    durationMs: 300_000,
    load: { shape: 'arrival-rate', viewersPerMinute: 120, stay: { kind: 'exponential', meanMs: 30_000 } },
  },
  3,
);

test('the shards together are the plan', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), (shards) => {
      const parts = Array.from({ length: shards }, (_, shard) => takeShard(whole, shard, shards));
      assert.deepEqual(parts.flatMap(({ viewers }) => viewers).sort(byJoining), whole.viewers);
      assert.deepEqual(
        parts.flatMap(({ turnedAwayAtMs }) => turnedAwayAtMs).sort((a, b) => a - b),
        whole.turnedAwayAtMs,
      );
    }),
  );
});

test('each shard has its share', () => {
  const sizes = [0, 1, 2].map((shard) => takeShard(whole, shard, 3).viewers.length);
  assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 1);
});

test('a shard that is not there cannot be taken', () => {
  for (const [shard, shards] of [
    [3, 3],
    [-1, 3],
    [0.5, 2],
    [0, 0],
  ] as const) {
    assert.throws(() => takeShard(whole, shard, shards), RangeError);
  }
});

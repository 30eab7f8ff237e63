import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ThroughputEstimate } from './throughput-estimate.ts';

test('before anything was measured a player believes in 500 kbit/s', () => {
  assert.equal(new ThroughputEstimate().bitsPerSecond, 500_000);
  assert.equal(new ThroughputEstimate(2_000_000).bitsPerSecond, 2_000_000);
});

test('a steady line is believed from the first download on', () => {
  const estimate = new ThroughputEstimate();
  for (let i = 0; i < 5; i++) {
    estimate.add(125_000, 500);
    assert.ok(Math.abs(estimate.bitsPerSecond - 2_000_000) < 1e-6);
  }
});

test('it falls at once and rises slowly', () => {
  const falling = new ThroughputEstimate();
  falling.add(10_000_000, 10_000);
  falling.add(300_000, 3000);
  // Fast average, half-life 3 s, from zero: (8e6·(1−2^(−10/3))·½ + 0.8e6·½) / (1 − 2^(−13/3)).
  const fast = (8e6 * (1 - 2 ** (-10 / 3)) * 0.5 + 0.8e6 * 0.5) / (1 - 2 ** (-13 / 3));
  assert.ok(Math.abs(falling.bitsPerSecond - fast) < 1);

  const rising = new ThroughputEstimate();
  rising.add(1_000_000, 10_000);
  rising.add(3_000_000, 3000);
  const kept = 2 ** (-3 / 9);
  const slow = (0.8e6 * (1 - 2 ** (-10 / 9)) * kept + 8e6 * (1 - kept)) / (1 - 2 ** (-13 / 9));
  assert.ok(Math.abs(rising.bitsPerSecond - slow) < 1);
});

test('a download of no time says no more than one of 50 ms', () => {
  const estimate = new ThroughputEstimate();
  estimate.add(100_000, 0.2);
  assert.ok(Math.abs(estimate.bitsPerSecond - 16_000_000) < 1e-3);
});

test('an empty body says nothing', () => {
  const estimate = new ThroughputEstimate();
  estimate.add(0, 900);
  assert.equal(estimate.bitsPerSecond, 500_000);
});

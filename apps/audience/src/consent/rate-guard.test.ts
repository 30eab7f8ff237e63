import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RateGuard } from './rate-guard.ts';

/** Looks once a second at a run with so many megabits in each; the second of the first complaint, or null. */
function firstComplaint(megabits: readonly number[], maxMbps: number | null, everyMs = 1_000): number | null {
  const guard = new RateGuard();
  let readBytes = 0;
  assert.equal(guard.observe(0, 0, maxMbps), null);
  for (const [index, each] of megabits.entries()) {
    readBytes += (each * 1e6) / 8;
    const atMs = (index + 1) * everyMs;
    if (guard.observe(atMs, readBytes, maxMbps) !== null) return atMs / 1_000;
  }
  return null;
}

test('what is allowed goes on for ever', () => {
  assert.equal(firstComplaint(Array(600).fill(100), 100), null);
});

test('more than is allowed ends after five seconds', () => {
  assert.equal(firstComplaint(Array(60).fill(101), 100), 5);
  assert.equal(firstComplaint([...Array(60).fill(50), ...Array(60).fill(101)], 100), 65);
});

test('a segment boundary that bursts is not more than is allowed', () => {
  const bursts = Array.from({ length: 600 }, (_, index) => (index % 2 === 0 ? 190 : 0));
  assert.equal(firstComplaint(bursts, 120), null);
});

test('bursts that come to more in five seconds are', () => {
  const bursts = Array.from({ length: 600 }, (_, index) => (index % 2 === 0 ? 400 : 0));
  assert.equal(firstComplaint(bursts, 120), 5);
});

test('where nothing is limited nothing is said', () => {
  assert.equal(firstComplaint(Array(60).fill(1e5), null), null);
});

test('looking more often changes nothing', () => {
  assert.equal(firstComplaint(Array(6_000).fill(1.01), 100, 10), 5);
  assert.equal(firstComplaint(Array(6_000).fill(0.99), 100, 10), null);
});

test('the sentence has the arithmetic', () => {
  const guard = new RateGuard();
  guard.observe(0, 0, 100);
  assert.equal(
    guard.observe(5_000, 125e6, 100),
    'The run took 200 Mbit/s over the last 5 seconds, and 100 Mbit/s are allowed.',
  );
});

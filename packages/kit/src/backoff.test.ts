import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { backoffDelayMs, defaultBackoff } from './backoff.ts';

const inTheMiddle = (): number => 0.5;

test('delays double from the first to the cap', () => {
  const delaysMs = Array.from({ length: 10 }, (_, attempt) => backoffDelayMs(defaultBackoff, attempt, inTheMiddle));
  assert.deepEqual(delaysMs, [1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 128_000, 180_000, 180_000]);
});

test('chance moves a delay by its part and no more, whatever the attempt', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -10, max: 1e9 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (attempt, chance) => {
        const steadyMs = backoffDelayMs({ ...defaultBackoff, jitter: 0 }, attempt, () => chance);
        const delayMs = backoffDelayMs(defaultBackoff, attempt, () => chance);
        assert.ok(Math.abs(delayMs - steadyMs) <= steadyMs * defaultBackoff.jitter + 1);
        assert.ok(Number.isSafeInteger(delayMs) && delayMs > 0);
      },
    ),
  );
});

test('the ends of chance are the ends of the jitter', () => {
  assert.equal(
    backoffDelayMs(defaultBackoff, 0, () => 0),
    900,
  );
  assert.equal(
    backoffDelayMs(defaultBackoff, 0, () => 1),
    1_100,
  );
});

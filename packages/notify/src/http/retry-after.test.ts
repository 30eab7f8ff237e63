import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maxRetryAfterMs, parseRetryAfter, secondsToDelay } from './retry-after.ts';

const now = Date.UTC(2026, 2, 2, 12);

const cases: [header: string | null, delayMs: number | null][] = [
  [null, null],
  ['', null],
  ['soon', null],
  ['-5', null],
  ['0', 0],
  ['7', 7_000],
  ['0.35', 350],
  ['99999999999', maxRetryAfterMs],
  ['Mon, 02 Mar 2026 12:01:30 GMT', 90_000],
  ['Mon, 02 Mar 2026 11:00:00 GMT', 0],
];
for (const [header, delayMs] of cases) {
  test(`Retry-After ${JSON.stringify(header)} is ${delayMs} ms`, () =>
    assert.equal(parseRetryAfter(header, now), delayMs));
}

test('seconds of an answer are taken when they are a number', () => {
  assert.deepEqual(
    [secondsToDelay(1.5), secondsToDelay(-1), secondsToDelay('7'), secondsToDelay(Number.NaN)],
    [1_500, 0, null, null],
  );
});

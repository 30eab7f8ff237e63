import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDuration } from './format-duration.ts';

const durations: readonly (readonly [minutes: number, text: string])[] = [
  [-1, '0 min'],
  [0.4, '0 min'],
  [59, '59 min'],
  [60, '1 h'],
  [200, '3 h 20 min'],
  [630, '11 h'],
  [71 * 60, '71 h'],
  [80 * 60, '3 days'],
];

for (const [minutes, text] of durations) {
  test(`${minutes} minutes are ${text}`, () => assert.equal(formatDuration(minutes * 60_000), text));
}

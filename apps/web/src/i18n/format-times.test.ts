import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatDuration, formatMinutes } from './format-times.ts';

const second = 1_000;
const minute = 60 * second;

describe('durations', () => {
  for (const [ms, text] of [
    [-5, '0 sec'],
    [89 * second, '89 sec'],
    [90 * second, '2 min'],
    [59 * minute, '59 min'],
    [60 * minute, '1 hr'],
    [47 * 60 * minute + 59 * minute, '47 hr 59 min'],
    [50 * 60 * minute, '2 days 2 hr'],
  ] as const)
    it(`of ${ms} ms are ${text}`, () => assert.equal(formatDuration(ms, 'en'), text));
});

describe('minutes', () => {
  for (const [minutes, text] of [
    [0, '0 min'],
    [1, '1 min'],
    [61, '1 hr 1 min'],
    [48 * 60, '2 days'],
  ] as const)
    it(`of ${minutes} are ${text}: what is counted in minutes has no seconds`, () =>
      assert.equal(formatMinutes(minutes, 'en'), text));
});

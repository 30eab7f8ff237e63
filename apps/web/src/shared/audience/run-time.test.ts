import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatRunTime } from './run-time.ts';

describe('time within a run', () => {
  for (const [ms, text] of [
    [0, '0 sec'],
    [-5, '0 sec'],
    [59_600, '1 min'],
    [90_000, '1 min 30 sec'],
    [3_600_000, '1 hr'],
    [7_530_000, '2 hr 5 min'],
    [3_605_000, '1 hr 5 sec'],
  ] as const)
    it(`of ${ms} ms is ${text}`, () => assert.equal(formatRunTime(ms, 'en'), text));
});

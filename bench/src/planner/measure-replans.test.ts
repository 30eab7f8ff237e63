import assert from 'node:assert/strict';
import { test } from 'node:test';
import { replanReport } from './measure-replans.ts';
import { percentileOf } from './percentile.ts';

test('every kind of event is replanned in the made-up world', () => {
  const { result, text } = replanReport(1, { campaigns: 24, days: 5 });
  assert.ok(result.replans > 200);
  assert.ok(result.replanMs.p50 <= result.replanMs.p99 && result.replanMs.p99 <= result.replanMs.max);
  for (const event of ['appeared', 'started', 'ended', 'finished', 'went live', 'went offline', 'time passed']) {
    assert.ok(text.includes(event), event);
  }
});

test('a percentile is a value that was measured', () => {
  assert.equal(percentileOf([4, 1, 3, 2], 0.5), 2);
  assert.equal(percentileOf([4, 1, 3, 2], 0.99), 4);
  assert.equal(percentileOf([7], 0), 7);
  assert.throws(() => percentileOf([], 0.5), RangeError);
});

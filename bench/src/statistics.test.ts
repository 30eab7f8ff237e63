import assert from 'node:assert/strict';
import { test } from 'node:test';
import { medianOf } from './statistics.ts';

test('the median is the middle value, or the mean of the middle two', () => {
  assert.equal(medianOf([3]), 3);
  assert.equal(medianOf([9, 1, 2]), 2);
  assert.equal(medianOf([10, 1, 2, 9]), 5.5);
});

test('of nothing there is no median', () => {
  assert.throws(() => medianOf([]), RangeError);
});

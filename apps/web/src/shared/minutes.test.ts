import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeMinutes, shareOf } from './minutes.ts';

test('a bar is full only by confirmed minutes', () => {
  assert.deepEqual(shareOf({ required: 60, confirmed: 60, estimated: 5 }), { confirmed: 1, estimated: 0 });
  assert.deepEqual(shareOf({ required: 60, confirmed: 30, estimated: 45 }), { confirmed: 0.5, estimated: 0.5 });
  assert.deepEqual(shareOf({ required: 60, confirmed: null, estimated: 30 }), { confirmed: 0, estimated: 0.5 });
  assert.deepEqual(shareOf({ required: 0, confirmed: 3, estimated: 3 }), { confirmed: 0, estimated: 0 });
});

test('words never add what is estimated to what is confirmed', () => {
  assert.deepEqual(describeMinutes({ required: 60, confirmed: 12, estimated: 3 }), {
    key: 'common.ofMinutesEstimated',
    values: { confirmed: 12, required: 60, estimated: 3 },
  });
  assert.equal(describeMinutes({ required: 60, confirmed: 12, estimated: 0 }).key, 'common.ofMinutes');
  assert.equal(describeMinutes({ required: 60, confirmed: null, estimated: 3 }).key, 'common.onlyEstimated');
});

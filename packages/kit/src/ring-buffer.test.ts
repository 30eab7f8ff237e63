import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { RingBuffer } from './ring-buffer.ts';

test('it keeps the last items in their order and counts those that made room', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (items, capacity) => {
      const buffer = new RingBuffer<number>(capacity);
      for (const item of items) buffer.push(item);
      assert.deepEqual(buffer.toArray(), items.slice(-capacity));
      assert.equal(buffer.size, Math.min(items.length, capacity));
      assert.equal(buffer.droppedCount, Math.max(0, items.length - capacity));
    }),
  );
});

test('what it hands out is a copy', () => {
  const buffer = new RingBuffer<number>(2);
  buffer.push(1);
  buffer.toArray().push(2);
  assert.deepEqual(buffer.toArray(), [1]);
});

test('a capacity that holds nothing is refused', () => {
  for (const capacity of [0, -1, 1.5, Number.NaN]) {
    assert.throws(() => new RingBuffer(capacity), new RegExp(`at least 1, found ${capacity}`));
  }
});

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { inHeldOrder } from './held-order.ts';

const items = ['c', 'new', 'a', 'newer', 'b'].map((id) => ({ id }));

it('what is held keeps its order, what is new comes after it as it lies, and what is gone leaves no gap', () => {
  const held = inHeldOrder(items, ['a', 'gone', 'b', 'c']);
  assert.deepEqual(
    held.map(({ id }) => id),
    ['a', 'b', 'c', 'new', 'newer'],
  );
});

it('what is not held lies as it is', () => {
  assert.equal(inHeldOrder(items, null), items);
});

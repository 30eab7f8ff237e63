import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom } from '@dropwise/kit';
import { historyEnd, makeHistory } from './history.ts';

test('the same seed makes the same history, in the order of time and up to its end', () => {
  const [first, second] = [1, 2].map(() => [...makeHistory(500, createRandom(3))]);
  assert.deepEqual(first, second);
  const times = (first ?? []).map(({ at }) => at);
  assert.deepEqual(
    times,
    times.toSorted((a, b) => a - b),
  );
  assert.ok((times.at(-1) ?? 0) < historyEnd);
  assert.equal(new Set(first?.map(({ key }) => key)).size, 500);
});

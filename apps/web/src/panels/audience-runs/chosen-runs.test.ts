import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosenPair, withChoice } from './chosen-runs.ts';

const runs = [
  { runId: 'c', startedAt: 3 },
  { runId: 'b', startedAt: 2 },
  { runId: 'a', startedAt: 1 },
];

test('two runs are chosen, and a third takes the place of the first', () => {
  assert.deepEqual(withChoice(withChoice([], 'a'), 'b'), ['a', 'b']);
  assert.deepEqual(withChoice(['a', 'b'], 'c'), ['b', 'c']);
  assert.deepEqual(withChoice(['a', 'b'], 'a'), ['b']);
});

test('the older one comes first, in whichever order they were chosen', () => {
  assert.deepEqual(chosenPair(['c', 'a'], runs), ['a', 'c']);
  assert.equal(chosenPair(['a'], runs), null);
  assert.equal(chosenPair(['a', 'gone'], runs), null);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { growthAnHour } from './measure-steady.ts';

test('what grew is told by the hour, what did not is left out', () => {
  assert.deepEqual(growthAnHour({ gql: 10, validate: 1 }, { gql: 40, validate: 1, settings: 1 }, 0.5), {
    gql: 60,
    settings: 2,
  });
});

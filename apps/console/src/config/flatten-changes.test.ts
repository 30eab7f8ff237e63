import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { settingDefinitions } from '@dropwise/core';
import fc from 'fast-check';
import { flattenChanges, nestValues } from './flatten-changes.ts';

describe('changes', () => {
  it('may be dotted, nested, or both, and come out by key', () => {
    const changes = {
      'mining.mode': 'plan',
      mining: { exclude: { games: ['Rust'] }, 'wishes.games': { Ark: 'must' } },
    };
    assert.deepEqual(flattenChanges(changes), {
      'mining.mode': 'plan',
      'mining.exclude.games': ['Rust'],
      'mining.wishes.games': { Ark: 'must' },
    });
  });
  it('that lead to no setting keep their name, so that it can be said', () => {
    assert.deepEqual(flattenChanges({ minig: { mode: 'plan' }, mining: { sed: 1, exclude: 5 } }), {
      minig: { mode: 'plan' },
      'mining.sed': 1,
      'mining.exclude': 5,
    });
  });
  it('are the same after they were nested as in the file', () => {
    const keys = fc.subarray(settingDefinitions.map(({ key }) => key));
    fc.assert(
      fc.property(keys, (drawn) => {
        const values = Object.fromEntries(drawn.map((key) => [key, key.length]));
        assert.deepEqual(flattenChanges(nestValues(values)), values);
      }),
    );
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { updateStateOf } from './update-state.ts';

const base = { version: '1.0.0', checks: true, checkedAt: null, found: null, problem: null };

test('one thing is said of newer versions', () => {
  assert.equal(updateStateOf({ ...base, checks: false }).kind, 'off');
  assert.equal(updateStateOf(base).kind, 'notYet');
  assert.deepEqual(updateStateOf({ ...base, checkedAt: 5 }), { kind: 'newest', at: 5 });
  assert.equal(updateStateOf({ ...base, checkedAt: 5, problem: 'x' }).kind, 'problem');
  assert.equal(updateStateOf({ ...base, checks: false, found: { version: '1.1.0', link: 'https://x' } }).kind, 'found');
});

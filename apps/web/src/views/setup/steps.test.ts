import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AccessView } from '@dropwise/contract';
import type { LiveState } from '@dropwise/contract/live';
import { isDone, listedCount, neighboursOf, stepNamed, stepShown, steps } from './steps.ts';

const local: AccessView = {
  kind: 'local',
  scopes: ['public', 'read', 'control', 'owner'],
  name: 'local',
  passwordSet: false,
  passwordFrom: null,
  setupNeeded: false,
  maySetPassword: true,
};

test('a step is shown by its address, and the first one without', () => {
  assert.equal(stepShown('games', local), 'games');
  assert.equal(stepShown(undefined, local), 'storage');
  assert.equal(stepShown('nonsense', local), 'storage');
  assert.equal(stepNamed('constructor'), null);
});

test('where only a password opens the console, it comes first', () => {
  assert.equal(stepShown('games', { ...local, setupNeeded: true }), 'password');
  assert.equal(stepShown('games', { ...local, setupNeeded: true, maySetPassword: false }), 'games');
});

test('every step but the ends has one before and one after it', () => {
  assert.deepEqual(neighboursOf('storage'), { before: null, after: 'password' });
  assert.deepEqual(neighboursOf('games'), { before: 'linked', after: 'notify' });
  assert.deepEqual(neighboursOf('done'), { before: 'notify', after: null });
});

test('what is done already is known where it can be', () => {
  const settings = { settings: [{ key: 'mining.priority', value: ['Lanterns'] }] };
  const state = { login: { state: 'signedIn' }, settings } as unknown as LiveState;
  assert.deepEqual(
    steps.map((step) => isDone(step, { ...local, passwordSet: true }, state)),
    [null, true, true, null, true, null, null],
  );
  assert.equal(isDone('password', local, null), false);
  assert.equal(isDone('login', local, null), null);
  assert.equal(listedCount({ settings: { ...state.settings, settings: [] } }), 0);
});

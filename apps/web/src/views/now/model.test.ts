import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LiveState } from '@dropwise/contract/live';
import { runs, wantsSignIn } from './model.ts';

const withPhase = (phase: string): LiveState =>
  ({ status: { childId: 'miner' }, children: { miner: { phase } } }) as unknown as LiveState;

test('only a miner that runs can be asked for anything', () => {
  for (const phase of ['running', 'ready', 'degraded']) assert.ok(runs(withPhase(phase)), phase);
  for (const phase of ['stopped', 'starting', 'stopping', 'backingOff', 'givenUp']) assert.ok(!runs(withPhase(phase)));
  assert.ok(!runs({ ...withPhase('running'), children: {} }));
});

test('a miner of which nothing is known asks for no sign-in', () => {
  const login = (state: string): LiveState => ({ login: { state } }) as unknown as LiveState;
  assert.ok(wantsSignIn(login('signedOut')) && wantsSignIn(login('waitingForPerson')));
  assert.ok(!wantsSignIn(login('signedIn')) && !wantsSignIn(login('unknown')));
});

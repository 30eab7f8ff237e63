import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HealthView, HeldReasonView, LoginView } from '@dropwise/contract';
import { beforeOf, halvesOf, signInOf } from './model.ts';

const signedOut: LoginView = {
  state: 'signedOut',
  sentence: '',
  login: null,
  userId: null,
  userCode: null,
  verificationUri: null,
  codeExpiresAt: null,
  lastValidatedAt: null,
  expiresAt: null,
  clientName: null,
  cookiesValid: null,
  limits: [],
};
const waiting: LoginView = {
  ...signedOut,
  state: 'waitingForPerson',
  userCode: 'ABCDEFGH',
  verificationUri: 'https://www.twitch.tv/activate',
  codeExpiresAt: 1_000,
};

function health(...reasons: readonly (readonly [code: string, detail?: HeldReasonView['detail']])[]): HealthView {
  const [first, ...others] = reasons.map(
    ([code, detail = {}]): HeldReasonView => ({ code, level: 'starting', sentence: '', todo: '', detail, since: null }),
  );
  if (first === undefined) return health(['starting']);
  return { ...first, others };
}

test('a code that waits is shown until it runs out', () => {
  const code = { kind: 'code', userCode: 'ABCDEFGH', address: 'https://www.twitch.tv/activate', expiresAt: 1_000 };
  assert.deepEqual(signInOf(waiting, health(['login-needed']), 999), code);
  assert.deepEqual(signInOf(waiting, health(['login-needed']), 1_000), { kind: 'expired' });
  assert.equal(signInOf({ ...waiting, codeExpiresAt: null }, health(), 5_000)?.kind, 'code');
});

test('who is signed in, or of whom nothing is known, is asked for nothing', () => {
  assert.equal(signInOf({ ...signedOut, state: 'signedIn' }, health(['working']), 0), null);
  assert.equal(signInOf({ ...signedOut, state: 'unknown' }, health(['starting']), 0), null);
});

test('a denial, a refusal, an expiry and a missing network are told apart', () => {
  const login = { operation: 'login', detail: 'no' };
  assert.equal(signInOf(signedOut, health(['login-needed', login]), 0)?.kind, 'denied');
  assert.equal(signInOf(signedOut, health(['starting'], ['login-refused', login]), 0)?.kind, 'refused');
  assert.equal(signInOf(signedOut, health(['login-expired', login]), 0)?.kind, 'expired');
  assert.equal(signInOf(signedOut, health(['twitch-unreachable', login]), 0)?.kind, 'unreachable');
  assert.equal(signInOf(signedOut, health(['proxy-failing', login]), 0)?.kind, 'unreachable');
  assert.equal(signInOf(signedOut, health(['twitch-slow', { operation: 'inventory' }]), 0)?.kind, 'asking');
  assert.equal(signInOf(signedOut, health(), 0)?.kind, 'asking');
});

test('why there is a code again', () => {
  assert.equal(beforeOf(health(['login-needed'], ['login-expired'])), 'expired');
  assert.equal(beforeOf(health(['session-revoked'], ['login-expired'])), 'revoked');
  assert.equal(beforeOf(health(['login-needed'])), null);
});

test('a code of eight is read in halves', () => {
  assert.deepEqual(halvesOf('ABCDEFGH'), ['ABCD', 'EFGH']);
  assert.deepEqual(halvesOf('ABCDEF'), ['ABCDEF']);
});

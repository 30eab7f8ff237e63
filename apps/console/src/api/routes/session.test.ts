import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { test } from 'node:test';
import { startGuardedServer, testPassword } from '../../auth/testing/guarded-server.ts';

test('whoever asks is told who they are, and strangers no more than that there is a password', async () => {
  await using server = await startGuardedServer({ password: testPassword });
  const stranger = await server.send('GET', '/api/session');
  assert.deepEqual(stranger.json, {
    kind: 'anonymous',
    scopes: ['public'],
    name: 'nobody',
    passwordSet: true,
    passwordFrom: null,
    setupNeeded: false,
    maySetPassword: false,
  });
  const cookie = await server.signIn();
  const owner = await server.send('GET', '/api/session', { cookie });
  assert.deepEqual(owner.json, {
    kind: 'session',
    scopes: ['public', 'read', 'control', 'owner'],
    name: 'password',
    passwordSet: true,
    passwordFrom: 'console',
    setupNeeded: false,
    maySetPassword: false,
  });
});

test('signing in and out is written down, with where from', async () => {
  await using server = await startGuardedServer({ password: testPassword });
  const headers = { 'user-agent': 'Browser/1.0' };
  await server.send('POST', '/api/session', { json: { password: 'not the password' }, headers });
  const answer = await server.send('POST', '/api/session', { json: { password: testPassword }, headers });
  const cookie = answer.setCookies[0]?.split(';')[0] ?? '';
  await server.send('DELETE', '/api/session', { cookie });
  assert.deepEqual(
    server.audit.entries.map(({ action, after, who }) => [action, who.kind, who.address, after]),
    [
      ['login.failed', 'anonymous', '127.0.0.1', { userAgent: 'Browser/1.0' }],
      ['login.succeeded', 'session', '127.0.0.1', { userAgent: 'Browser/1.0' }],
      ['login.ended', 'session', '127.0.0.1', null],
    ],
  );
  assert.equal((await server.send('GET', '/api/read', { cookie })).status, 401);
});

test('without a password there is nothing to sign in with; signing out of nothing is no error', async () => {
  await using server = await startGuardedServer();
  assert.equal((await server.send('POST', '/api/session', { json: { password: '' } })).code, 'conflict');
  assert.deepEqual((await server.send('DELETE', '/api/session')).json, { signedOutCount: 0 });
});

test('bodies that are no sign-in are refused by name, and what they hold is not said back', async () => {
  await using server = await startGuardedServer({ password: testPassword });
  for (const json of [{}, { password: 5 }, { password: 'hunter2', extra: 'hunter2' }, ['hunter2'], 'hunter2', null]) {
    const answer = await server.send('POST', '/api/session', { json });
    assert.equal(answer.code, 'badRequest', JSON.stringify(json));
    assert.doesNotMatch(answer.text, /hunter2/);
  }
  const long = await server.send('POST', '/api/session', { json: { password: 'x'.repeat(2_000) } });
  assert.equal(long.code, 'badRequest');
  assert.ok(long.text.length < 500);
});

test('a sign-in that cannot be written counts until the restart; signing out says that it is not kept', async () => {
  await using server = await startGuardedServer({ password: testPassword });
  await rm(dirname(server.accessPath), { recursive: true });
  const cookie = await server.signIn();
  assert.equal(server.unexpected.length, 1);
  assert.equal((await server.send('GET', '/api/read', { cookie })).status, 200);
  const ended = await server.send('DELETE', '/api/session', { cookie });
  assert.equal(ended.code, 'unavailable');
  assert.equal((await server.send('GET', '/api/read', { cookie })).status, 401);
});

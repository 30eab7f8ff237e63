import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startGuardedServer, testPassword } from '../../auth/testing/guarded-server.ts';
import { createApp } from '../create-app.ts';
import { registerFakeWho } from '../testing/fake-who.ts';
import { registerSetupRoutes } from './setup.ts';

test('the first password is set from this machine, signs the browser in and ends what was open to all', async () => {
  await using server = await startGuardedServer();
  assert.equal((await server.send('GET', '/api/read')).status, 200);
  const set = await server.send('POST', '/api/setup/password', { json: { password: testPassword } });
  assert.equal(set.status, 200);
  assert.equal((set.json as { kind: string }).kind, 'session');
  const cookie = set.setCookies[0]?.split(';')[0] ?? '';
  assert.equal((await server.send('GET', '/api/owner', { cookie })).status, 200);
  assert.equal((await server.send('GET', '/api/read')).status, 401);
  assert.deepEqual(server.audit.actions, ['password.set']);
});

test('a second first password is refused, by whomever', async () => {
  await using server = await startGuardedServer({ password: testPassword });
  const json = { password: 'taken over' };
  assert.equal((await server.send('POST', '/api/setup/password', { json })).code, 'notSignedIn');
  const cookie = await server.signIn();
  assert.equal((await server.send('POST', '/api/setup/password', { json, cookie })).code, 'conflict');
  await server.signIn();
});

test('a key that was made before there was a password cannot set it', async () => {
  await using server = await startGuardedServer();
  const made = await server.access.keys.create('script', 'control');
  assert.ok(made.ok);
  const answer = await server.send('POST', '/api/setup/password', {
    key: made.value.secret,
    json: { password: 'taken over' },
  });
  assert.equal(answer.code, 'notAllowed');
});

test('a first password that is too short is refused with what is expected', async () => {
  await using server = await startGuardedServer();
  const answer = await server.send('POST', '/api/setup/password', { json: { password: 'hunter2' } });
  assert.equal(answer.code, 'badRequest');
  assert.match(answer.text, /at least 8 characters/);
  assert.doesNotMatch(answer.text, /hunter2/);
});

test('whoever the guards let through, only this machine’s own sets the first password', async () => {
  await using server = await startGuardedServer();
  const { access, audit, guards } = server;
  const app = createApp({ trustedProxies: [], tls: null, onUnexpected: (error) => assert.fail(String(error)) });
  registerFakeWho(app, 'owner');
  registerSetupRoutes(app, { access, audit, cookie: guards.cookie });
  const payload = { password: 'taken over' };
  const answer = await app.inject({ method: 'POST', url: '/api/setup/password', payload });
  assert.equal(answer.json().error.code, 'notAllowed');
  assert.equal(access.passwordFrom, null);
  await app.close();
});

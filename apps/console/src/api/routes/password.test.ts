import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startGuardedServer, testPassword } from '../../auth/testing/guarded-server.ts';

test('the password is changed with the old one only, and tries with a stolen cookie are slowed down', async () => {
  await using server = await startGuardedServer({ password: testPassword });
  const cookie = await server.signIn();
  const change = (oldPassword: string) =>
    server.send('POST', '/api/password', { cookie, json: { oldPassword, newPassword: 'another battery' } });
  for (let count = 0; count < 5; count++) assert.equal((await change('guess')).code, 'notAllowed');
  assert.equal((await change(testPassword)).code, 'tooMany');
  assert.deepEqual(
    server.audit.actions.slice(1),
    Array.from({ length: 5 }, () => 'password.changeFailed'),
  );
  await server.clock.advanceTo(server.clock.now() + 1_000);
  const changed = await change(testPassword);
  assert.equal(changed.status, 200);
  assert.deepEqual(server.audit.entries.at(-1)?.after, '[set]');
  assert.doesNotMatch(JSON.stringify(server.audit.entries), /battery|guess/);
});

test('a new password that is too short or too long is refused, and the old one stays', async () => {
  await using server = await startGuardedServer({ password: testPassword });
  const cookie = await server.signIn();
  for (const newPassword of ['', 'seven77', 'x'.repeat(1_025)]) {
    const json = { oldPassword: testPassword, newPassword };
    const answer = await server.send('POST', '/api/password', { cookie, json });
    assert.equal(answer.code, 'badRequest');
    assert.doesNotMatch(answer.text, /seven77/);
  }
  await server.signIn();
});

test('a password of the environment is changed there', async () => {
  await using server = await startGuardedServer({ env: { DROPWISE_PASSWORD: testPassword } });
  const cookie = await server.signIn();
  const json = { oldPassword: testPassword, newPassword: 'another battery' };
  const answer = await server.send('POST', '/api/password', { cookie, json });
  assert.equal(answer.code, 'conflict');
  assert.match(answer.text, /set by environment/);
});

test('where none is set there is none to change', async () => {
  await using server = await startGuardedServer();
  const json = { oldPassword: '', newPassword: 'another battery' };
  assert.equal((await server.send('POST', '/api/password', { json })).code, 'conflict');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startGuardedServer, startMs, testPassword } from '../../auth/testing/guarded-server.ts';

interface Listed {
  readonly sessions: readonly { readonly id: string; readonly current: boolean; readonly userAgent: string }[];
}

test('the owner sees every browser that is signed in, and can sign out one of them or all', async () => {
  await using server = await startGuardedServer({ password: testPassword });
  const headers = { 'user-agent': 'Phone' };
  const phone = await server.send('POST', '/api/session', { json: { password: testPassword }, headers });
  const cookie = await server.signIn();
  const listed = (await server.send('GET', '/api/sessions', { cookie })).json as Listed;
  assert.equal(listed.sessions.length, 2);
  const other = listed.sessions.find(({ current }) => !current);
  assert.deepEqual(other, {
    id: other?.id,
    createdAt: startMs,
    lastSeenAt: startMs,
    address: '127.0.0.1',
    userAgent: 'Phone',
    current: false,
  });
  const ended = await server.send('DELETE', `/api/sessions/${other?.id}`, { cookie });
  assert.deepEqual(ended.json, { signedOutCount: 1 });
  const again = await server.send('DELETE', `/api/sessions/${other?.id}`, { cookie });
  assert.equal(again.code, 'notFound');
  const phoneCookie = phone.setCookies[0]?.split(';')[0] ?? '';
  assert.equal((await server.send('GET', '/api/read', { cookie: phoneCookie })).status, 401);
  const all = await server.send('DELETE', '/api/sessions', { cookie });
  assert.deepEqual(all.json, { signedOutCount: 1 });
  assert.match(all.setCookies[0] ?? '', /^dropwise_session=; Max-Age=0/);
  assert.deepEqual(server.audit.actions.slice(2), [`session.end ${other?.id}`, 'sessions.end']);
});

test('nobody’s session can be seen or ended with a key', async () => {
  await using server = await startGuardedServer({ password: testPassword });
  await server.signIn();
  const made = await server.access.keys.create('script', 'control');
  assert.ok(made.ok);
  const key = made.value.secret;
  assert.equal((await server.send('GET', '/api/sessions', { key })).code, 'notAllowed');
  assert.equal((await server.send('DELETE', '/api/sessions', { key })).code, 'notAllowed');
  assert.equal(server.access.sessions.list().length, 1);
});

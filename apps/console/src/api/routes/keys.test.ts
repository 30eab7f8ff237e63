import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startGuardedServer, startMs, testPassword } from '../../auth/testing/guarded-server.ts';

interface Made {
  readonly key: { readonly id: string };
  readonly secret: string;
}

test('a key is shown once, works until it is deleted, and is listed without itself', async () => {
  await using server = await startGuardedServer({ password: testPassword });
  const cookie = await server.signIn();
  const made = await server.send('POST', '/api/keys', { cookie, json: { name: ' Home Assistant ', scope: 'control' } });
  assert.equal(made.status, 201);
  const { key, secret } = made.json as Made;
  assert.match(secret, /^dropwise_[\w-]{43}$/);
  assert.equal((await server.send('POST', '/api/control', { key: secret, headers: { origin: null } })).status, 200);
  const listed = await server.send('GET', '/api/keys', { cookie });
  const shown = { id: key.id, name: 'Home Assistant', scope: 'control', createdAt: startMs };
  assert.deepEqual(listed.json, { keys: [{ ...shown, lastUsedAt: startMs }] });
  const deleted = await server.send('DELETE', `/api/keys/${key.id}`, { cookie });
  assert.equal(deleted.status, 200);
  assert.equal((await server.send('GET', '/api/read', { key: secret })).status, 401);
  assert.equal((await server.send('DELETE', `/api/keys/${key.id}`, { cookie })).code, 'notFound');
  assert.deepEqual(server.audit.actions.slice(1), [`key.create ${key.id}`, `key.delete ${key.id}`]);
  assert.ok(!JSON.stringify(server.audit.entries).includes(secret));
});

test('no key makes, lists or deletes keys', async () => {
  await using server = await startGuardedServer({ password: testPassword });
  const made = await server.access.keys.create('script', 'control');
  assert.ok(made.ok);
  const { key, secret } = made.value;
  assert.equal((await server.send('GET', '/api/keys', { key: secret })).code, 'notAllowed');
  const more = await server.send('POST', '/api/keys', { key: secret, json: { name: 'more', scope: 'control' } });
  assert.equal(more.code, 'notAllowed');
  assert.equal((await server.send('DELETE', `/api/keys/${key.id}`, { key: secret })).code, 'notAllowed');
});

test('a key of a scope that there is not, or of a name that there is, is not made', async () => {
  await using server = await startGuardedServer();
  const make = (json: unknown) => server.send('POST', '/api/keys', { json });
  assert.equal((await make({ name: 'a', scope: 'owner' })).code, 'badRequest');
  assert.equal((await make({ name: 'a', scope: 'read', scopes: ['owner'] })).code, 'badRequest');
  assert.equal((await make({ name: 'a', scope: 'read' })).status, 201);
  assert.equal((await make({ name: 'a', scope: 'read' })).code, 'conflict');
});

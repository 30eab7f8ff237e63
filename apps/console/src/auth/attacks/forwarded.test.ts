import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startGuardedServer, testPassword } from '../testing/guarded-server.ts';
import { sendRaw } from '../testing/http-client.ts';

test('whoever invents X-Forwarded-For gets neither another address nor another limit', async () => {
  await using server = await startGuardedServer({ password: testPassword });
  for (let count = 0; count < 5; count++) {
    await server.send('POST', '/api/session', {
      json: { password: 'not the password' },
      headers: { 'x-forwarded-for': `203.0.113.${count}` },
    });
  }
  const next = await server.send('POST', '/api/session', {
    json: { password: 'not the password' },
    headers: { 'x-forwarded-for': '203.0.113.77' },
  });
  assert.equal(next.code, 'tooMany');
  assert.ok(server.audit.entries.every(({ who }) => who.address === '127.0.0.1'));
});

test('behind a trusted proxy the nearest address that is not a proxy’s counts, whatever the client wrote before it', async () => {
  await using server = await startGuardedServer({
    password: testPassword,
    trustedProxies: ['127.0.0.1', '10.0.0.0/8'],
  });
  await server.send('POST', '/api/session', {
    json: { password: 'not the password' },
    headers: { 'x-forwarded-for': '127.0.0.1, 198.51.100.4, 10.1.2.3' },
  });
  await server.send('POST', '/api/session', {
    json: { password: 'not the password' },
    headers: { 'x-forwarded-for': '<script>, not-an-address' },
  });
  assert.deepEqual(
    server.audit.entries.map(({ who }) => who.address),
    ['198.51.100.4', '127.0.0.1'],
  );
});

for (const [name, value] of [
  ['x-forwarded-for', '127.0.0.1'],
  ['forwarded', 'for=127.0.0.1'],
  ['x-real-ip', '127.0.0.1'],
  ['via', '1.1 proxy'],
  ['x-forwarded-proto', 'http'],
  ['x-forwarded-host', 'localhost'],
  ['cf-connecting-ip', '127.0.0.1'],
] as const) {
  test(`without a password, a request with ${name} is not this machine’s own: a proxy would let the world in`, async () => {
    await using server = await startGuardedServer();
    assert.equal((await server.send('GET', '/api/read')).status, 200);
    const headers = { [name]: value };
    assert.equal((await server.send('GET', '/api/read', { headers })).code, 'setupNeeded');
    const json = { password: 'taken over' };
    assert.equal((await server.send('POST', '/api/setup/password', { headers, json })).code, 'setupNeeded');
  });
}

test('without a password, what a trusted proxy passes on is not this machine’s own, though it adds no header', async () => {
  await using server = await startGuardedServer({ trustedProxies: ['127.0.0.1'] });
  assert.equal((await server.send('GET', '/api/read')).code, 'setupNeeded');
});

test('without a password, HTTP/1.0, as proxies speak it where nobody said otherwise, is not this machine’s own', async () => {
  await using server = await startGuardedServer();
  const answer = await sendRaw(server.port, 'GET /api/read HTTP/1.0\r\nHost: localhost\r\n\r\n');
  assert.match(answer, /^HTTP\/1\.1 403 /);
  assert.match(answer, /setupNeeded/);
});

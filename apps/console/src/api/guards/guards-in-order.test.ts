import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startGuardedServer, testPassword } from '../../auth/testing/guarded-server.ts';

test('every answer, also an error, tells browsers to run nothing but the console’s own files', async () => {
  await using server = await startGuardedServer({ password: testPassword });
  const answers = [
    await server.send('GET', '/api/public'),
    await server.send('GET', '/api/nothing'),
    await server.send('GET', '/api/read'),
    await server.send('GET', '/api/read', { headers: { host: 'evil.example' } }),
    await server.send('POST', '/api/public', { text: '{', headers: { 'content-type': 'application/json' } }),
  ];
  for (const { headers, status } of answers) {
    const policy = headers['content-security-policy'];
    assert.equal(
      policy,
      "default-src 'self';script-src 'self';script-src-attr 'none';style-src 'self';style-src-attr 'none';img-src 'self' data:;font-src 'self';connect-src 'self';frame-src 'none';object-src 'none';base-uri 'self';form-action 'self';frame-ancestors 'none'",
      `${status}`,
    );
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['x-frame-options'], 'DENY');
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.equal(headers['cross-origin-opener-policy'], 'same-origin');
    assert.equal(headers['cross-origin-resource-policy'], 'same-origin');
    assert.equal(headers['cache-control'], 'no-store');
    assert.equal(headers['x-powered-by'], undefined);
    assert.equal(headers.server, undefined);
  }
});

test('pages may ask no host but the console itself', async () => {
  await using server = await startGuardedServer({ password: testPassword });
  const policy = `${(await server.send('GET', '/api/public')).headers['content-security-policy']}`;
  assert.doesNotMatch(policy, /https?:|\*/);
  assert.match(policy, /(^|;)img-src 'self' data:(;|$)/);
});

test('below a base path everything is guarded as above it', async () => {
  await using server = await startGuardedServer({ password: testPassword, basePath: '/dropwise' });
  assert.equal((await server.send('GET', '/dropwise/api/read')).status, 401);
  const cookie = await server.signIn();
  assert.equal((await server.send('GET', '/dropwise/api/read', { cookie })).status, 200);
  assert.equal((await server.send('GET', '/api/read', { cookie })).status, 404);
  const foreign = { origin: 'https://evil.example' };
  assert.equal((await server.send('POST', '/dropwise/api/read', { cookie, headers: foreign })).code, 'wrongOrigin');
});

test('a page behind a proxy that is not set as trusted may use https, and one behind a trusted one must', async () => {
  const headers = { host: 'drops.example', origin: 'https://drops.example' };
  const allowedHosts = (): string[] => ['drops.example'];
  await using plain = await startGuardedServer({ password: testPassword, allowedHosts });
  const cookie = await plain.signIn();
  assert.equal((await plain.send('POST', '/api/control', { cookie, headers })).status, 200);

  await using trusted = await startGuardedServer({
    password: testPassword,
    allowedHosts,
    trustedProxies: ['127.0.0.1'],
  });
  const proxied = { ...headers, 'x-forwarded-proto': 'https' };
  const json = { password: testPassword };
  assert.equal((await trusted.send('POST', '/api/session', { json, headers: proxied })).status, 200);
  const downgraded = { ...proxied, origin: 'http://drops.example' };
  assert.equal((await trusted.send('POST', '/api/session', { json, headers: downgraded })).code, 'wrongOrigin');
});

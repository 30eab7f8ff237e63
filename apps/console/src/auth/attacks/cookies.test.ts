import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { type GuardedOptions, startGuardedServer, testPassword } from '../testing/guarded-server.ts';
import { readTlsFixture } from '../testing/tls-fixture.ts';

const dayMs = 86_400_000;

interface CookieCase {
  readonly what: string;
  readonly options: GuardedOptions;
  readonly headers?: Record<string, string>;
  readonly expected: RegExp;
}

const cookieCases: readonly CookieCase[] = [
  {
    what: 'over http, readable by no page and sent by no other site',
    options: {},
    expected: /^dropwise_session=[\w-]{43}; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Strict$/,
  },
  {
    what: 'over http below a base path, for that path',
    options: { basePath: '/drops/wise' },
    expected: /^dropwise_session=[\w-]{43}; Max-Age=7776000; Path=\/drops\/wise; HttpOnly; SameSite=Strict$/,
  },
  {
    what: 'over TLS, secure and bound to its host',
    options: { tls: readTlsFixture() },
    expected: /^__Host-dropwise_session=[\w-]{43}; Max-Age=7776000; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  },
  {
    what: 'over TLS below a base path, secure and for that path',
    options: { tls: readTlsFixture(), basePath: '/drops' },
    expected: /^__Secure-dropwise_session=[\w-]{43}; Max-Age=7776000; Path=\/drops; HttpOnly; Secure; SameSite=Strict$/,
  },
  {
    what: 'behind a trusted proxy that speaks https, secure',
    options: { trustedProxies: ['127.0.0.1'] },
    headers: { 'x-forwarded-proto': 'https' },
    expected: /^__Host-dropwise_session=[\w-]{43}; Max-Age=7776000; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  },
  {
    what: 'where somebody who is not trusted says https, not secure',
    options: {},
    headers: { 'x-forwarded-proto': 'https' },
    expected: /^dropwise_session=[\w-]{43}; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Strict$/,
  },
  {
    what: 'for as long as the setting says, where that is longer',
    options: { sessionDays: 365 },
    expected: /; Max-Age=31536000; /,
  },
];

for (const { what, options, headers, expected } of cookieCases) {
  test(`the session’s cookie is ${what}`, async () => {
    await using server = await startGuardedServer({ password: testPassword, ...options });
    const base = options.basePath ?? '';
    const origin = server.origin.replace(/^https?/, expected.source.includes('Secure') ? 'https' : 'http');
    const sent = { ...headers, origin };
    const path = `${base}/api/session`;
    const answer = await server.send('POST', path, { json: { password: testPassword }, headers: sent });
    assert.equal(answer.status, 200);
    assert.equal(answer.setCookies.length, 1);
    assert.match(answer.setCookies[0] ?? '', expected);
    assert.doesNotMatch(answer.text, /[\w-]{43}/);

    const cookie = answer.setCookies[0]?.split(';')[0] ?? '';
    const ended = await server.send('DELETE', path, { cookie, headers: sent });
    assert.deepEqual(ended.json, { signedOutCount: 1 });
    const name = cookie.split('=')[0] ?? '';
    assert.match(ended.setCookies[0] ?? '', new RegExp(`^${name}=; Max-Age=0; Path=${base || '/'}; .*HttpOnly`));
    if (base !== '') return;
    assert.equal((await server.send('GET', `${base}/api/read`, { cookie, headers: sent })).status, 401);
  });
}

test('a plain cookie is not taken over TLS, where a neighbour on http could have set it', async () => {
  await using server = await startGuardedServer({ password: testPassword, tls: readTlsFixture() });
  const cookie = await server.signIn();
  assert.equal((await server.send('GET', '/api/read', { cookie })).status, 200);
  const plain = cookie.replace('__Host-', '');
  assert.equal((await server.send('GET', '/api/read', { cookie: plain })).status, 401);
});

test('HSTS is said over TLS and not over http', async () => {
  await using plain = await startGuardedServer();
  assert.equal((await plain.send('GET', '/api/public')).headers['strict-transport-security'], undefined);
  await using secure = await startGuardedServer({ tls: readTlsFixture() });
  assert.equal((await secure.send('GET', '/api/public')).headers['strict-transport-security'], 'max-age=31536000');
});

test('signing in takes over no session that the browser brought along', async () => {
  await using server = await startGuardedServer({ password: testPassword });
  const planted = await server.signIn();
  const answer = await server.send('POST', '/api/session', { json: { password: testPassword }, cookie: planted });
  const cookie = answer.setCookies[0]?.split(';')[0] ?? '';
  assert.notEqual(cookie, planted);
  assert.equal((await server.send('GET', '/api/read', { cookie })).status, 200);
  assert.equal((await server.send('GET', '/api/read', { cookie: planted })).status, 401);
  const invented = `dropwise_session=${'a'.repeat(43)}`;
  const second = await server.send('POST', '/api/session', { json: { password: testPassword }, cookie: invented });
  assert.ok(!(second.setCookies[0] ?? '').startsWith(invented));
});

test('a stolen cookie opens nothing after signing out everywhere, also after a restart', async () => {
  await using server = await startGuardedServer({ password: testPassword });
  const stolen = await server.signIn();
  const own = await server.signIn();
  assert.equal((await server.send('GET', '/api/owner', { cookie: stolen })).status, 200);
  const ended = await server.send('DELETE', '/api/sessions', { cookie: own });
  assert.deepEqual(ended.json, { signedOutCount: 2 });
  assert.equal((await server.send('GET', '/api/owner', { cookie: stolen })).status, 401);
  assert.equal((await server.send('GET', '/api/owner', { cookie: own })).status, 401);
  const { sessions } = JSON.parse(await readFile(server.accessPath, 'utf8')) as { sessions: unknown[] };
  assert.deepEqual(sessions, []);
});

test('a stolen cookie opens nothing after the password was changed, and the changer goes on', async () => {
  await using server = await startGuardedServer({ password: testPassword });
  const stolen = await server.signIn();
  const cookie = await server.signIn();
  const json = { oldPassword: testPassword, newPassword: 'another battery' };
  const changed = await server.send('POST', '/api/password', { json, cookie });
  const next = changed.setCookies[0]?.split(';')[0] ?? '';
  assert.equal((await server.send('GET', '/api/owner', { cookie: stolen })).status, 401);
  assert.equal((await server.send('GET', '/api/owner', { cookie })).status, 401);
  assert.equal((await server.send('GET', '/api/owner', { cookie: next })).status, 200);
  assert.equal((await server.send('POST', '/api/session', { json: { password: testPassword } })).status, 401);
  await server.signIn('another battery');
});

test('a session ends when its browser stayed away for too long, and in any case after ninety days', async () => {
  await using server = await startGuardedServer({ password: testPassword, sessionDays: 30 });
  const away = await server.signIn();
  const visiting = await server.signIn();
  const visit = async (cookie: string): Promise<number> => (await server.send('GET', '/api/read', { cookie })).status;
  for (const day of [29, 58, 87]) {
    await server.clock.advanceTo(server.clock.now() + 29 * dayMs);
    assert.equal(await visit(visiting), 200, `day ${day}`);
  }
  assert.equal(await visit(away), 401);
  await server.clock.advanceTo(server.clock.now() + 3 * dayMs);
  assert.equal(await visit(visiting), 401);
});

test('no cookie, key or password stands in the access file', async () => {
  await using server = await startGuardedServer({ password: testPassword });
  const cookie = await server.signIn();
  const made = await server.send('POST', '/api/keys', { json: { name: 'script', scope: 'read' }, cookie });
  const { secret } = made.json as { secret: string };
  const text = await readFile(server.accessPath, 'utf8');
  for (const hidden of [cookie.split('=')[1] ?? '', secret, secret.replace('dropwise_', ''), testPassword]) {
    assert.ok(hidden.length > 10);
    assert.ok(!text.includes(hidden));
  }
});

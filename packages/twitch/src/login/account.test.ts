import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom, NetworkError } from '@dropwise/kit';
import { resolveClient } from '../client-profile.ts';
import { CookieJar } from '../cookies/cookie-jar.ts';
import { defaultProtocolData } from '../definitions/index.ts';
import { createExchange } from '../http/exchange.ts';
import { createRequestCounters } from '../request-counters.ts';
import type { Session } from '../session.ts';
import { type FakeAnswer, FakeHttp } from '../testing/fake-http.ts';
import { plantedToken } from '../testing/fixtures.ts';
import { createTestClock } from '../testing/virtual-time.ts';
import { createAccount, type LoginStanding } from './account.ts';

const site = 'https://android.tv.twitch.tv';
const { clientId } = defaultProtocolData.clients.tv;
const valid = { client_id: clientId, login: 'sample_viewer', scopes: null, user_id: '12345678', expires_in: 5 };

function world(stored: { token?: string; issuerId?: string } = { token: plantedToken }) {
  const clock = createTestClock();
  const http = new FakeHttp().on('GET /oauth2/validate', { json: valid }).on('GET /', {});
  const jar = new CookieJar(clock);
  if (stored.token !== undefined) jar.set(site, 'auth-token', stored.token);
  if (stored.issuerId !== undefined) jar.issuer = { clientName: 'android', clientId: stored.issuerId };
  const sessions: (Session | null)[] = [];
  const standings: LoginStanding[] = [];
  const exchange = createExchange({
    http,
    jar,
    counters: createRequestCounters(),
    userAgent: () => 'tests',
    trace: null,
    timeoutMs: 10_000,
  });
  const account = createAccount({
    exchange,
    clock,
    jar,
    random: createRandom(1),
    client: () => resolveClient({ kind: 'named', name: 'tv' }, defaultProtocolData),
    protocol: () => defaultProtocolData,
    remember: () => {},
    onCode: () => {},
    onSession: (session) => sessions.push(session),
    onStanding: () => standings.push(account.standing),
  });
  return { http, jar, account, clock, sessions, standings };
}

test('a stored token is restored once Twitch confirms it', async () => {
  const { http, account, jar } = world();
  const outcome = await account.restore();
  assert.ok(outcome.kind === 'signedIn');
  assert.equal(outcome.session.userId, '12345678');
  assert.equal(outcome.session.clientName, 'tv');
  assert.match(outcome.session.sessionId, /^[0-9a-f]{16}$/);
  assert.match(outcome.session.deviceId, /^[A-Za-z0-9]{32}$/, 'made here, because the page set no cookie');
  assert.equal(jar.get(site, 'unique_id'), outcome.session.deviceId);
  assert.equal(http.sent('/oauth2/validate')[0]?.headers.authorization, `OAuth ${plantedToken}`);
});

test('the device id of the jar is used again without asking for the page', async () => {
  const { http, account, jar } = world();
  jar.set(site, 'unique_id', 'x'.repeat(32));
  await account.restore();
  assert.equal(account.session?.deviceId, 'x'.repeat(32));
  assert.equal(http.sent('/').length, 0);
});

test('a landing page that cannot be reached is no reason to stop', async () => {
  const { http, account } = world();
  http.on('GET /', new NetworkError('timeout', 'android.tv.twitch.tv', 'x'));
  assert.equal((await account.restore()).kind, 'signedIn');
});

test('an empty jar has nothing to restore, and nothing is asked', async () => {
  const { http, account } = world({});
  assert.equal((await account.restore()).kind, 'nothingStored');
  assert.equal(http.requests.length, 0);
});

/** Answer of `validate` → outcome, whether the token is kept. */
const verdicts: readonly [string, FakeAnswer, string, boolean][] = [
  ['401', { status: 401, json: { status: 401, message: 'invalid access token' } }, 'invalid', false],
  ['another client', { json: { ...valid, client_id: 'other' } }, 'wrongClient', true],
  ['503', { status: 503 }, 'twitchDown', true],
  ['no connection', new NetworkError('dns', 'id.twitch.tv', 'x'), 'unreachable', true],
  ['a web page', { body: '<html>' }, 'unexpectedAnswer', true],
  ['403', { status: 403, json: {} }, 'unexpectedAnswer', true],
  ['an answer without a user', { json: { client_id: clientId, login: 'x' } }, 'unexpectedAnswer', true],
];
for (const [name, answer, kind, isKept] of verdicts) {
  test(`${name} makes a restored token ${kind} and ${isKept ? 'keeps' : 'forgets'} it`, async () => {
    const { http, account, jar } = world();
    http.on('GET /oauth2/validate', answer);
    assert.equal((await account.restore()).kind, kind);
    assert.equal(jar.get(site, 'auth-token'), isKept ? plantedToken : null);
    assert.equal(account.session, null);
  });
}

test('a token that another client was given is told without asking', async () => {
  const { http, account, jar } = world({ token: plantedToken, issuerId: 'other' });
  const outcome = await account.restore();
  assert.deepEqual(outcome, { kind: 'wrongClient', expectedClientId: clientId, foundClientId: 'other' });
  assert.equal(http.requests.length, 0);
  assert.equal(jar.get(site, 'auth-token'), plantedToken, 'and kept for that client');
});

test('a session that dies while it runs is noticed by validating it', async () => {
  const { http, account, sessions } = world();
  assert.equal((await account.validate()).kind, 'noSession');
  await account.restore();
  assert.equal((await account.validate()).kind, 'signedIn');
  http.on('GET /oauth2/validate', { status: 401, json: { message: 'invalid access token' } });
  assert.equal((await account.validate()).kind, 'invalid');
  assert.equal(account.session, null);
  assert.equal(sessions.at(-1), null);
});

test('a running session survives a validation that gets no answer', async () => {
  const { http, account } = world();
  await account.restore();
  http.on('GET /oauth2/validate', new NetworkError('timeout', 'id.twitch.tv', 'x'));
  assert.equal((await account.validate()).kind, 'unreachable');
  assert.notEqual(account.session, null);
});

test('a refused revocation keeps the token', async () => {
  const { http, account, jar } = world();
  assert.equal((await account.revoke()).kind, 'noSession');
  await account.restore();
  http.on('POST /oauth2/revoke', { status: 404, json: { status: 404, message: 'client does not exist' } });
  assert.deepEqual(await account.revoke(), { kind: 'refused', status: 404, message: 'client does not exist' });
  assert.equal(jar.get(site, 'auth-token'), plantedToken);
  const form = Object.fromEntries(new URLSearchParams(http.sent('/oauth2/revoke')[0]?.body));
  assert.deepEqual(form, { client_id: clientId, token: plantedToken });
});

test('what is known of the login follows what Twitch says of it', async () => {
  const { account, clock, standings } = world();
  assert.deepEqual(account.standing, { isStored: true, validatedAt: null, expiresAt: null });
  await account.restore();
  const now = clock.now();
  assert.deepEqual(account.standing, { isStored: true, validatedAt: now, expiresAt: now + 5_000 });
  account.forget();
  assert.deepEqual(account.standing, { isStored: false, validatedAt: null, expiresAt: null });
  assert.equal(standings.length, 2);
});

for (const [what, life] of [
  ['no word on its end', undefined],
  ['an end of 0', 0],
  ['an end in words', 'soon'],
] as const) {
  test(`a token with ${what} is good and has none`, async () => {
    const { http, account } = world();
    http.on('GET /oauth2/validate', { json: { ...valid, expires_in: life } });
    assert.equal((await account.restore()).kind, 'signedIn');
    assert.equal(account.standing.expiresAt, null);
  });
}

test('a token of another client is not a login of this one', async () => {
  const known = world({ token: plantedToken, issuerId: 'other' });
  assert.equal(known.account.standing.isStored, false);
  const found = world();
  found.http.on('GET /oauth2/validate', { json: { ...valid, client_id: 'other' } });
  await found.account.restore();
  assert.equal(found.account.standing.isStored, false);
});

test('who leaves is signed out at once, and Twitch is told after that', async () => {
  const { http, account, jar } = world();
  assert.equal((await account.leave()).kind, 'noSession');
  jar.set(site, 'auth-token', plantedToken);
  await account.restore();
  http.on('POST /oauth2/revoke', new NetworkError('timeout', 'id.twitch.tv', 'x'));
  const leaving = account.leave();
  assert.equal(account.session, null);
  assert.equal(jar.get(site, 'auth-token'), null);
  assert.equal((await leaving).kind, 'unreachable');
  const form = Object.fromEntries(new URLSearchParams(http.sent('/oauth2/revoke')[0]?.body));
  assert.deepEqual(form, { client_id: clientId, token: plantedToken });
});

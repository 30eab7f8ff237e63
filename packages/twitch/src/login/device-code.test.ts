import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NetworkError, type Secret } from '@dropwise/kit';
import { resolveClient } from '../client-profile.ts';
import { CookieJar } from '../cookies/cookie-jar.ts';
import { defaultProtocolData } from '../definitions/index.ts';
import { createExchange } from '../http/exchange.ts';
import { createRequestCounters } from '../request-counters.ts';
import { type FakeAnswer, FakeHttp, inTurn } from '../testing/fake-http.ts';
import { createTestClock } from '../testing/virtual-time.ts';
import { type DeviceCodeIssued, type DeviceLoginResult, signInByCode } from './device-code.ts';

const code = {
  device_code: 'd'.repeat(40),
  expires_in: 60,
  interval: 5,
  user_code: 'WXYZABCD',
  verification_uri: 'https://www.twitch.tv/activate',
};
const says = (message: string, key = 'message'): FakeAnswer => ({ status: 400, json: { status: 400, [key]: message } });
const pending = says('authorization_pending');
const token: FakeAnswer = {
  json: { access_token: 't'.repeat(30), refresh_token: 'r', scope: [], token_type: 'bearer' },
};

function world() {
  const clock = createTestClock();
  const http = new FakeHttp().on('POST /oauth2/device', { json: code });
  const issued: DeviceCodeIssued[] = [];
  const secrets: Secret[] = [];
  const jar = new CookieJar(clock);
  const exchange = createExchange({
    http,
    jar,
    counters: createRequestCounters(),
    userAgent: () => 'tests',
    trace: null,
    timeoutMs: 10_000,
  });
  const start = (signal?: AbortSignal): Promise<DeviceLoginResult> =>
    signInByCode(
      {
        exchange,
        clock,
        idOrigin: 'https://id.twitch.tv',
        client: resolveClient({ kind: 'named', name: 'tv' }, defaultProtocolData),
        deviceId: 'device',
        onCode: (event) => issued.push(event),
        remember: (secret) => secrets.push(secret),
      },
      signal,
    );
  return { clock, http, issued, secrets, start };
}

/** Answers of the poll in turn → outcome, number of polls, number of codes. */
const courses: readonly [string, FakeAnswer[], string, number, number][] = [
  ['approved at once', [token], 'token', 1, 1],
  ['approved later', [pending, pending, token], 'token', 3, 1],
  ['told through `error`', [says('authorization_pending', 'error'), token], 'token', 2, 1],
  [
    'trouble on the way',
    [{ status: 503 }, new NetworkError('reset', 'id', 'x'), { body: '<html>' }, token],
    'token',
    4,
    1,
  ],
  ['a word that nobody knows', [says('please wait'), token], 'token', 2, 1],
  ['denied in so many words', [says('access_denied')], 'denied', 1, 1],
  ['invalid once, as for a pending code', [says('invalid device code'), token], 'token', 2, 1],
  ['invalid for good', [pending, says('invalid device code')], 'denied', 4, 1],
  ['expired by Twitch', [says('expired_token'), token], 'token', 2, 2],
  ['a client that may not', [says('invalid client')], 'loginRefused', 1, 1],
  ['a token answer without a token', [{ json: { scope: [] } }], 'unexpectedAnswer', 1, 1],
];
for (const [name, answers, kind, polls, codes] of courses) {
  test(`${name}: ${kind} after ${polls} polls and ${codes} codes`, async () => {
    const { clock, http, issued, start } = world();
    http.on('POST /oauth2/token', inTurn(...answers));
    const outcome = start();
    await clock.advance(50_000);
    assert.equal((await outcome).kind, kind);
    assert.equal(http.sent('/oauth2/token').length, polls);
    assert.equal(issued.length, codes);
  });
}

test('slow_down adds five seconds to every further wait', async () => {
  const { clock, http, start } = world();
  const at: number[] = [];
  const answers = inTurn(says('slow_down'), pending, token);
  const startedAt = clock.now();
  http.on('POST /oauth2/token', (request) => {
    at.push(clock.now() - startedAt);
    return answers(request);
  });
  const outcome = start();
  await clock.advance(50_000);
  await outcome;
  assert.deepEqual(at, [5_000, 15_000, 25_000]);
});

test('a code that nobody approves is followed by a new one, as often as it takes', async () => {
  const { clock, http, issued, start } = world();
  http.on('POST /oauth2/token', pending);
  const stop = new AbortController();
  const outcome = start(stop.signal);
  await clock.advance(200_000);
  assert.equal(issued.length, 4);
  const spans = issued.map(({ expiresAt }, index) => expiresAt - (issued[index - 1]?.expiresAt ?? expiresAt));
  assert.deepEqual(spans, [0, 60_000, 60_000, 60_000]);
  stop.abort(new Error('enough'));
  await assert.rejects(outcome, /enough/);
  assert.equal(clock.pendingCount, 0);
});

test('the form carries what the protocol asks for, and what was received is kept secret', async () => {
  const { clock, http, secrets, start } = world();
  http.on('POST /oauth2/token', token);
  const outcome = start();
  await clock.advance(5_000);
  await outcome;
  const [device, poll] = http.requests.map(({ body }) => Object.fromEntries(new URLSearchParams(body)));
  assert.deepEqual(device, { client_id: defaultProtocolData.clients.tv.clientId, scopes: '' });
  assert.equal(poll?.grant_type, 'urn:ietf:params:oauth:grant-type:device_code');
  assert.equal(poll?.device_code, code.device_code);
  assert.deepEqual(
    secrets.map((secret) => secret.reveal()),
    [code.device_code, 't'.repeat(30)],
  );
  assert.equal(http.requests[0]?.headers['x-device-id'], 'device');
  assert.equal(http.requests[0]?.headers['client-session-id'], undefined);
});

const firstAnswers: readonly [string, FakeAnswer, string][] = [
  ['400 invalid client', { status: 400, json: { status: 400, message: 'invalid client' } }, 'loginRefused'],
  ['no connection', new NetworkError('dns', 'id.twitch.tv', 'x'), 'unreachable'],
  ['503', { status: 503 }, 'twitchDown'],
  ['a web page', { body: '<html>' }, 'unexpectedAnswer'],
  ['no device code', { json: { user_code: 'X' } }, 'unexpectedAnswer'],
  ['a link that is none', { json: { ...code, verification_uri: 'javascript:alert(1)' } }, 'unexpectedAnswer'],
];
for (const [name, answer, kind] of firstAnswers) {
  test(`asking for a code and getting ${name} ends as ${kind}`, async () => {
    const { http, start } = world();
    http.on('POST /oauth2/device', answer);
    assert.equal((await start()).kind, kind);
  });
}

test('a refused client is named, with what Twitch says', async () => {
  const { http, start } = world();
  http.on('POST /oauth2/device', says('invalid client'));
  const outcome = await start();
  assert.ok(outcome.kind === 'loginRefused');
  assert.match(outcome.message, /^the client "tv" is refused \(HTTP 400: invalid client\)$/);
});

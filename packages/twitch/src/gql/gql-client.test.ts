import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom, NetworkError } from '@dropwise/kit';
import { CookieJar } from '../cookies/cookie-jar.ts';
import { defaultProtocolData, type ProtocolData } from '../definitions/index.ts';
import { createExchange } from '../http/exchange.ts';
import { createRequestCounters } from '../request-counters.ts';
import type { Session } from '../session.ts';
import { FakeHttp, inTurn } from '../testing/fake-http.ts';
import { testSession } from '../testing/fixtures.ts';
import { createTestClock } from '../testing/virtual-time.ts';
import { createGqlClient } from './gql-client.ts';
import { inventory } from './operations/inventory.ts';
import { sendSpadeEvents } from './operations/send-spade-events.ts';
import { streamInfo } from './operations/stream-info.ts';

function world() {
  const clock = createTestClock();
  const http = new FakeHttp();
  const counters = createRequestCounters();
  const held: { protocol: ProtocolData; session: Session | null } = {
    protocol: defaultProtocolData,
    session: testSession,
  };
  const exchange = createExchange({
    http,
    counters,
    jar: new CookieJar(clock),
    userAgent: () => 'tests',
    trace: null,
    timeoutMs: 10_000,
  });
  const client = createGqlClient({
    exchange,
    clock,
    counters,
    random: createRandom(1),
    protocol: () => held.protocol,
    session: () => held.session,
    baseUrl: () => 'https://android.tv.twitch.tv',
    trace: null,
  });
  return { clock, http, counters, client, held };
}

const good = { json: { data: { currentUser: { inventory: {} } } } };
const trouble = (message: string, path?: string[]) => ({
  json: { data: { currentUser: null }, errors: [{ message, path }] },
});
const reset = new NetworkError('reset', 'gql.twitch.tv', 'broke off');
const untrusted = new NetworkError('tls', 'gql.twitch.tv', 'not trusted');

/** What each request answers in turn → kind of the outcome, number of requests. */
const courses: readonly [string, Parameters<typeof inTurn>, string, number][] = [
  ['a success', [good], 'ok', 1],
  ['a timeout that passes', [trouble('service timeout'), trouble('service unavailable'), good], 'ok', 3],
  ['a 503 that passes', [{ status: 503 }, good], 'ok', 2],
  ['a reset that passes', [reset, good], 'ok', 2],
  ['a timeout that stays', [trouble('context deadline exceeded')], 'serviceTrouble', 5],
  ['a 500 that stays', [{ status: 500 }], 'twitchDown', 5],
  ['a connection that stays broken', [reset], 'unreachable', 5],
  ['a bad certificate', [untrusted], 'unreachable', 1],
  ['a service error once', [trouble('service error'), good], 'ok', 2],
  ['a service error twice', [trouble('service error')], 'serviceTrouble', 2],
  ['an unknown hash twice', [trouble('PersistedQueryNotFound')], 'staleHash', 2],
  ['an integrity refusal', [trouble('failed integrity check')], 'integrityRefused', 1],
  ['a dead token', [{ status: 401, json: {} }], 'unauthorized', 1],
  ['a web page', [{ body: '<html>' }], 'notJson', 1],
  ['a changed answer', [{ json: { data: {} } }], 'unexpectedShape', 1],
  ['a server error that leaves too little', [trouble('server error', ['currentUser'])], 'serviceTrouble', 1],
];
for (const [name, answers, kind, requestCount] of courses) {
  test(`${name}: ${kind} after ${requestCount} requests`, async () => {
    const { clock, http, client } = world();
    http.on('POST /gql', inTurn(...answers));
    const answer = client.run(inventory, undefined);
    await clock.advance(120_000);
    const settled = await answer;
    assert.equal(settled.ok ? 'ok' : settled.failure.kind, kind);
    assert.equal(http.requests.length, requestCount);
    if (!settled.ok) assert.equal(settled.failure.operation, 'Inventory');
  });
}

test('a service error is repeated no sooner than five seconds later', async () => {
  const { clock, http, client } = world();
  http.on('POST /gql', inTurn(trouble('service error'), good));
  const answer = client.run(inventory, undefined);
  await clock.advance(4_900);
  assert.equal(http.requests.length, 1);
  await clock.advance(200);
  assert.ok((await answer).ok);
});

test('no repetition begins after the deadline', async () => {
  const { clock, http, client } = world();
  http.on('POST /gql', async () => {
    await new Promise<void>((resolve) => clock.after(40_000, resolve));
    return { status: 503 };
  });
  const answer = client.run(inventory, undefined);
  await clock.advance(200_000);
  assert.ok(!(await answer).ok);
  assert.equal(http.requests.length, 2);
});

test('a hash that is edited while it runs counts for the next request', async () => {
  const { http, client, held } = world();
  http.on('POST /gql', good);
  held.protocol = { ...defaultProtocolData, hashes: { ...defaultProtocolData.hashes, Inventory: 'f'.repeat(64) } };
  await client.run(inventory, undefined);
  assert.match(http.requests[0]?.body ?? '', /f{64}/);
});

test('nothing is sent without a session', async () => {
  const { http, client, held } = world();
  held.session = null;
  const answer = await client.run(inventory, undefined);
  assert.ok(!answer.ok && answer.failure.kind === 'noSession');
  assert.equal(http.requests.length, 0);
});

test('a raw operation carries its text and no name', async () => {
  const { http, client } = world();
  http.on('POST /gql', { json: { data: { sendSpadeEvents: { statusCode: 204 } } } });
  assert.deepEqual(await client.run(sendSpadeEvents, { gzipBase64: 'x' }), { ok: true, value: 204 });
  const body = JSON.parse(http.requests[0]?.body ?? '{}');
  assert.deepEqual(Object.keys(body).sort(), ['query', 'variables']);
});

const logins = (count: number) => Array.from({ length: count }, (_, index) => ({ login: `channel_${index}` }));
const userOf = (login: string) => ({ data: { user: { id: '1', login, stream: null } } });
const itemsOf = (body: string | undefined): { variables: { channel: string } }[] => [JSON.parse(body ?? '[]')].flat();

test('a batch keeps its order over requests of twenty', async () => {
  const { clock, http, client } = world();
  http.on('POST /gql', ({ body }) => ({ json: itemsOf(body).map(({ variables }) => userOf(variables.channel)) }));
  const answer = client.runBatch(streamInfo, logins(45));
  await clock.advance(5_000);
  const found = (await answer).map((result) => (result.ok ? result.value?.login : null));
  assert.deepEqual(
    found,
    logins(45).map(({ login }) => login),
  );
  assert.deepEqual(
    http.requests.map(({ body }) => itemsOf(body).length),
    [20, 20, 5],
  );
});

test('only the items that failed are repeated, and a failure stays its own', async () => {
  const { clock, http, client } = world();
  http.on('POST /gql', ({ body }) => {
    const answers = itemsOf(body).map(({ variables: { channel } }) => {
      if (channel === 'channel_1') return { errors: [{ message: 'failed integrity check' }] };
      if (channel === 'channel_2' && http.requests.length === 1) return { errors: [{ message: 'service timeout' }] };
      return userOf(channel);
    });
    return { json: answers.length === 1 ? answers[0] : answers };
  });
  const answer = client.runBatch(streamInfo, logins(4));
  await clock.advance(10_000);
  assert.deepEqual(
    (await answer).map((result) => (result.ok ? 'ok' : result.failure.kind)),
    ['ok', 'integrityRefused', 'ok', 'ok'],
  );
  assert.deepEqual(
    http.requests.map(({ body }) => itemsOf(body).map(({ variables }) => variables.channel)),
    [['channel_0', 'channel_1', 'channel_2', 'channel_3'], ['channel_2']],
  );
});

test('a chunk that fails leaves the other chunks alone', async () => {
  const { clock, http, client } = world();
  http.on('POST /gql', ({ body }) => {
    const items = itemsOf(body);
    if (items[0]?.variables.channel === 'channel_0') return { status: 401, json: {} };
    return { json: items.map(({ variables }) => userOf(variables.channel)) };
  });
  const answer = client.runBatch(streamInfo, logins(25));
  await clock.advance(5_000);
  const kinds = (await answer).map((result) => (result.ok ? 'ok' : result.failure.kind));
  assert.deepEqual([kinds[0], kinds[19], kinds[20]], ['unauthorized', 'unauthorized', 'ok']);
});

test('an empty batch asks nothing', async () => {
  const { http, client } = world();
  assert.deepEqual(await client.runBatch(streamInfo, []), []);
  assert.equal(http.requests.length, 0);
});

test('stopping ends a wait for the next attempt with the signal’s reason', async () => {
  const { clock, http, client } = world();
  http.on('POST /gql', { status: 503 });
  const stop = new AbortController();
  const answer = client.run(inventory, undefined, stop.signal);
  await clock.advance(10);
  stop.abort(new Error('enough'));
  await assert.rejects(answer, /enough/);
  assert.equal(clock.pendingCount, 0);
});

test('a storm of requests is slowed to five a second', async () => {
  const { clock, http, client } = world();
  http.on('POST /gql', good);
  const answers = Promise.all(Array.from({ length: 20 }, () => client.run(inventory, undefined)));
  await clock.advance(999);
  assert.equal(http.requests.length, 5);
  await clock.advance(10_000);
  assert.ok((await answers).every(({ ok }) => ok));
});

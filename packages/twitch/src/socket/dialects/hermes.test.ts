import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultProtocolData } from '../../definitions/index.ts';
import type { FakeConnection } from '../../testing/fake-sockets.ts';
import { plantedToken } from '../../testing/fixtures.ts';
import { accountTopics, channelTopics, createPoolWorld } from '../../testing/pool-world.ts';

interface Frame {
  id: string;
  type: string;
  subscribe?: { id: string; pubsub: { topic: string } };
  unsubscribe?: { id: string };
}
type Answer = Record<string, unknown>;

/** A server that welcomes, lets in and takes every topic, unless told otherwise. */
function serve(options: { authenticate?: Answer; subscribe?: (topic: string) => Answer; keepaliveSec?: number } = {}) {
  const { authenticate = { result: 'ok' }, subscribe = () => ({ result: 'ok' }), keepaliveSec = 15 } = options;
  return (connection: FakeConnection): void => {
    queueMicrotask(() => connection.say({ id: 'u1', type: 'welcome', welcome: { keepaliveSec, sessionId: 's' } }));
    connection.onFrame = (raw) => {
      const frame = raw as unknown as Frame;
      const answer = (type: string, content: Answer): void =>
        connection.say({ id: 'x', parentId: frame.id, type, [type]: content });
      if (frame.type === 'authenticate') answer('authenticateResponse', authenticate);
      if (frame.subscribe) answer('subscribeResponse', subscribe(frame.subscribe.pubsub.topic));
    };
  };
}
const topicsOf = (connection: FakeConnection | undefined) =>
  ((connection?.frames('subscribe') ?? []) as unknown as Frame[]).map(({ subscribe }) => subscribe?.pubsub.topic);
const idOf = (connection: FakeConnection | undefined, topic: string | undefined) =>
  ((connection?.frames('subscribe') ?? []) as unknown as Frame[]).find(
    ({ subscribe }) => subscribe?.pubsub.topic === topic,
  )?.subscribe?.id;

test('the address names the client, and the account’s topics wait for the authentication', async () => {
  const { clock, sockets, pool } = createPoolWorld('hermes', serve());
  pool.setTopics([...accountTopics, ...channelTopics(2)]);
  await clock.advance(0);
  const [connection] = sockets.connections;
  assert.equal(connection?.url, `wss://hermes.twitch.tv/v1?clientId=${defaultProtocolData.clients.tv.clientId}`);
  assert.equal(connection.headers.origin, 'https://www.twitch.tv');
  assert.deepEqual(connection.frames('authenticate')[0]?.authenticate, { token: plantedToken });
  assert.deepEqual(new Set(topicsOf(connection)), new Set([...accountTopics, ...channelTopics(2)]));
  assert.equal(topicsOf(connection).length, 4);
  assert.match(String(connection.frames('subscribe')[0]?.timestamp), /^2026-08-01T12:00:00\.000Z$/);
});

test('without account topics nobody authenticates', async () => {
  const { clock, sockets, pool } = createPoolWorld('hermes', serve());
  pool.setTopics(channelTopics(2));
  await clock.advance(0);
  assert.equal(sockets.connections[0]?.frames('authenticate').length, 0);
});

test('a refused authentication refuses the account’s topics and no others', async () => {
  const authenticate = { result: 'error', error: 'bad token', errorCode: 'AUTH001' };
  const { clock, sockets, pool, refusals } = createPoolWorld('hermes', serve({ authenticate }));
  pool.setTopics([...accountTopics, ...channelTopics(2)]);
  await clock.advance(0);
  assert.deepEqual(
    refusals(),
    accountTopics.map((topic) => ({ kind: 'topicRefused', topic, code: 'AUTH001' })),
  );
  assert.deepEqual(topicsOf(sockets.connections[0]), channelTopics(2));
});

test('a refused subscription is told with its code', async () => {
  const [bad] = channelTopics(1);
  const subscribe = (topic: string) =>
    topic === bad ? { result: 'error', error: 'too many subscriptions' } : { result: 'ok' };
  const { clock, pool, refusals } = createPoolWorld('hermes', serve({ subscribe }));
  pool.setTopics(channelTopics(3));
  await clock.advance(0);
  assert.deepEqual(refusals(), [{ kind: 'topicRefused', topic: bad, code: 'too many subscriptions' }]);
});

test('a subscription that exists already is used under its own id', async () => {
  const subscribe = () => ({ result: 'error', errorCode: 'SUB004', 'SUB004.existingSubscriptionId': 'old-1' });
  const { clock, sockets, events, pool, refusals } = createPoolWorld('hermes', serve({ subscribe }));
  pool.setTopics(channelTopics(1));
  await clock.advance(0);
  assert.deepEqual(refusals(), []);
  const notification = { subscription: { id: 'old-1' }, type: 'pubsub', pubsub: '{"type":"stream-up"}' };
  sockets.connections[0]?.say({ id: 'n', type: 'notification', notification });
  assert.equal(events.at(-1)?.kind, 'topicMessage');
});

test('a notification is handed on under the topic of its subscription', async () => {
  const { clock, sockets, events, pool } = createPoolWorld('hermes', serve());
  pool.setTopics(channelTopics(2));
  await clock.advance(0);
  const [connection] = sockets.connections;
  const id = idOf(connection, channelTopics(2)[1]);
  connection?.say({
    id: 'n',
    type: 'notification',
    notification: { subscription: { id }, pubsub: '{"type":"stream-down"}' },
  });
  assert.deepEqual(events.at(-1), {
    kind: 'topicMessage',
    topic: channelTopics(2)[1],
    event: { kind: 'streamWentDown', channelId: '1' },
  });
});

test('a topic given up is unsubscribed by its id', async () => {
  const { clock, sockets, pool } = createPoolWorld('hermes', serve());
  pool.setTopics(channelTopics(2));
  await clock.advance(0);
  const [connection] = sockets.connections;
  pool.setTopics(channelTopics(1));
  const [frame] = (connection?.frames('unsubscribe') ?? []) as unknown as Frame[];
  assert.equal(frame?.unsubscribe?.id, idOf(connection, channelTopics(2)[1]));
});

test('silence beyond two keepalives ends the socket, keepalives prevent that', async () => {
  const { clock, sockets, pool } = createPoolWorld('hermes', serve({ keepaliveSec: 15 }));
  pool.setTopics(channelTopics(1));
  await clock.advance(30_000);
  sockets.connections[0]?.say({ id: 'k', type: 'keepalive' });
  await clock.advance(30_000);
  assert.equal(sockets.connections.length, 1);
  await clock.advance(10_000);
  assert.equal(sockets.connections.length, 2);
});

test('a socket that never welcomes is given up after ten seconds', async () => {
  const { clock, sockets, pool } = createPoolWorld('hermes', () => {});
  pool.setTopics(channelTopics(1));
  await clock.advance(12_000);
  assert.equal(sockets.connections.length, 2);
});

test('a reconnect address is used once', async () => {
  const { clock, sockets, pool } = createPoolWorld('hermes', serve());
  pool.setTopics(channelTopics(1));
  await clock.advance(31_000);
  sockets.connections[0]?.say({ id: 'r', type: 'reconnect', reconnect: { url: 'wss://other.twitch.tv/v1?once=1' } });
  await clock.advance(0);
  assert.equal(sockets.connections[1]?.url, 'wss://other.twitch.tv/v1?once=1');
  sockets.connections[1]?.drop();
  await clock.advance(5_000);
  assert.match(sockets.connections[2]?.url ?? '', /^wss:\/\/hermes\.twitch\.tv/);
});

for (const url of ['wss://evil.example/v1', 'ws://hermes.twitch.tv/v1', 'nonsense', undefined]) {
  test(`a reconnect to ${url ?? 'no address'} goes to the usual one`, async () => {
    const { clock, sockets, pool } = createPoolWorld('hermes', serve());
    pool.setTopics(channelTopics(1));
    await clock.advance(31_000);
    sockets.connections[0]?.say({ id: 'r', type: 'reconnect', reconnect: url === undefined ? {} : { url } });
    await clock.advance(0);
    assert.match(sockets.connections[1]?.url ?? '', /^wss:\/\/hermes\.twitch\.tv\/v1/);
  });
}

test('frames that nobody understands are told and change nothing', async () => {
  const { clock, sockets, events, pool } = createPoolWorld('hermes', serve());
  pool.setTopics(channelTopics(1));
  await clock.advance(0);
  for (const frame of ['{', '{"type":7}', '{"type":"news"}', '{"type":"notification"}'])
    sockets.connections[0]?.say(frame);
  assert.equal(events.filter(({ kind }) => kind === 'messageRejected').length, 4);
  assert.equal(sockets.live.length, 1);
});

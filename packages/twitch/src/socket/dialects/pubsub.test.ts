import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FakeConnection } from '../../testing/fake-sockets.ts';
import { plantedToken } from '../../testing/fixtures.ts';
import { accountTopics, channelTopics, createPoolWorld } from '../../testing/pool-world.ts';

interface ListenFrame {
  type: string;
  nonce: string;
  data: { topics: string[]; auth_token?: string };
}

/** A server that answers PING and takes every topic but those that `errorFor` names. */
function serve(errorFor: (topic: string) => string = () => '') {
  return (connection: FakeConnection): void => {
    connection.onFrame = (frame) => {
      if (frame.type === 'PING') connection.say({ type: 'PONG' });
      if (frame.type !== 'LISTEN') return;
      const { nonce, data } = frame as unknown as ListenFrame;
      const error = data.topics.map(errorFor).find((code) => code !== '') ?? '';
      connection.say({ type: 'RESPONSE', error, nonce });
    };
  };
}
const listens = (connection: FakeConnection | undefined) =>
  (connection?.frames('LISTEN') ?? []) as unknown as ListenFrame[];

test('topics are listened to twenty a frame, the account’s apart, with the bare token', async () => {
  const { clock, sockets, pool } = createPoolWorld('pubsub', serve());
  pool.setTopics([...accountTopics, ...channelTopics(45)]);
  await clock.advance(0);
  const frames = listens(sockets.connections[0]);
  assert.deepEqual(
    frames.map(({ data }) => data.topics.length),
    [2, 20, 20, 5],
  );
  assert.ok(frames.every(({ data, nonce }) => data.auth_token === plantedToken && nonce.length === 30));
  assert.equal(new Set(frames.map(({ nonce }) => nonce)).size, 4);
});

test('a PING goes out at once and about every three minutes', async () => {
  const { clock, sockets, pool } = createPoolWorld('pubsub', serve());
  pool.setTopics(accountTopics);
  await clock.advance(3_600_000);
  const pings = sockets.connections[0]?.frames('PING').length ?? 0;
  assert.equal(sockets.connections.length, 1);
  assert.ok(pings >= 20 && pings <= 22, `found ${pings}`);
});

test('a missing PONG ends the socket after ten seconds', async () => {
  const { clock, sockets, events, pool } = createPoolWorld('pubsub', () => {});
  pool.setTopics(accountTopics);
  await clock.advance(9_999);
  assert.equal(sockets.connections.length, 1);
  await clock.advance(3_000);
  assert.equal(sockets.connections.length, 2);
  assert.ok(
    events.some(
      (event) => event.kind === 'socketChanged' && event.status.kind === 'waiting' && /PONG/.test(event.status.reason),
    ),
  );
});

test('RECONNECT is followed at once after a good session, and every topic is sent again', async () => {
  const { clock, sockets, pool } = createPoolWorld('pubsub', serve());
  pool.setTopics([...accountTopics, ...channelTopics(3)]);
  await clock.advance(60_000);
  sockets.connections[0]?.say({ type: 'RECONNECT' });
  await clock.advance(0);
  assert.equal(sockets.live.length, 1);
  assert.deepEqual(
    listens(sockets.connections[1]).flatMap(({ data }) => data.topics),
    [...accountTopics, ...channelTopics(3)],
  );
});

test('one refused topic is found among the twenty of its frame', async () => {
  const bad = channelTopics(20)[7];
  const { clock, pool, refusals } = createPoolWorld(
    'pubsub',
    serve((topic) => (topic === bad ? 'ERR_BADTOPIC' : '')),
  );
  pool.setTopics(channelTopics(20));
  await clock.advance(1_000);
  assert.deepEqual(refusals(), [{ kind: 'topicRefused', topic: bad, code: 'ERR_BADTOPIC' }]);
});

test('a token that is refused for drop events is told for that topic alone', async () => {
  const isDrops = (topic: string) => topic.startsWith('user-drop-events');
  const { clock, pool, refusals } = createPoolWorld(
    'pubsub',
    serve((topic) => (isDrops(topic) ? 'ERR_BADAUTH' : '')),
  );
  pool.setTopics([...accountTopics, ...channelTopics(5)]);
  await clock.advance(1_000);
  assert.deepEqual(refusals(), [{ kind: 'topicRefused', topic: accountTopics[0], code: 'ERR_BADAUTH' }]);
});

test('a revoked authorisation refuses the topics it names', async () => {
  const { clock, sockets, pool, refusals } = createPoolWorld('pubsub', serve());
  pool.setTopics(accountTopics);
  await clock.advance(0);
  sockets.connections[0]?.say({ type: 'AUTH_REVOKED', data: { topics: [accountTopics[0], 'other.1'] } });
  assert.deepEqual(refusals(), [{ kind: 'topicRefused', topic: accountTopics[0], code: 'AUTH_REVOKED' }]);
});

test('frames that nobody understands are told and change nothing', async () => {
  const { clock, sockets, events, pool } = createPoolWorld('pubsub', serve());
  pool.setTopics(channelTopics(1));
  await clock.advance(0);
  const frames = ['{"type":', '[]', '{"no":"type"}', '{"type":"NEWS"}', '{"type":"MESSAGE"}'];
  for (const frame of frames) sockets.connections[0]?.say(frame);
  assert.equal(events.filter(({ kind }) => kind === 'messageRejected').length, frames.length);
  const text = JSON.stringify({ type: 'stream-up' });
  sockets.connections[0]?.say({ type: 'MESSAGE', data: { topic: channelTopics(1)[0], message: text } });
  assert.equal(events.at(-1)?.kind, 'topicMessage');
});

test('a broken inner message is told with its topic', async () => {
  const { clock, sockets, events, pool } = createPoolWorld('pubsub', serve());
  pool.setTopics(channelTopics(1));
  await clock.advance(0);
  sockets.connections[0]?.say({ type: 'MESSAGE', data: { topic: channelTopics(1)[0], message: '{"type":' } });
  const [rejected] = events.filter(({ kind }) => kind === 'messageRejected');
  assert.ok(rejected?.kind === 'messageRejected' && rejected.topic === channelTopics(1)[0]);
});

test('messages of topics not held, and types of no interest, are only counted', async () => {
  const { clock, sockets, events, pool } = createPoolWorld('pubsub', serve());
  pool.setTopics(channelTopics(1));
  await clock.advance(0);
  const before = events.length;
  const says = (topic: string | undefined, type: string) =>
    sockets.connections[0]?.say({ type: 'MESSAGE', data: { topic, message: JSON.stringify({ type }) } });
  says('video-playback-by-id.999', 'stream-up');
  says(channelTopics(1)[0], 'commercial');
  assert.equal(events.length, before);
  assert.equal(pool.ignoredCount, 2);
});

test('topics given up are unlistened in frames of twenty', async () => {
  const { clock, sockets, pool } = createPoolWorld('pubsub', serve());
  pool.setTopics(channelTopics(30));
  await clock.advance(0);
  pool.setTopics(channelTopics(5));
  const frames = (sockets.connections[0]?.frames('UNLISTEN') ?? []) as unknown as ListenFrame[];
  assert.deepEqual(
    frames.map(({ data }) => data.topics.length),
    [20, 5],
  );
});

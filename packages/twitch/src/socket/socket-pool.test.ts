import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { channelTopics, createPoolWorld } from '../testing/pool-world.ts';

const answerPings = (connection: { onFrame: unknown; say: (frame: unknown) => void }): void => {
  connection.onFrame = (frame: Record<string, unknown>) => {
    if (frame.type === 'PING') connection.say({ type: 'PONG' });
  };
};
const sizes = (pool: { view(): readonly { topics: readonly string[] }[] }) =>
  pool.view().map(({ topics }) => topics.length);

test('sockets are filled with fifty topics each', async () => {
  const { clock, pool } = createPoolWorld('pubsub', answerPings);
  pool.setTopics(channelTopics(120));
  await clock.advance(0);
  assert.deepEqual(sizes(pool), [50, 50, 20]);
  assert.ok(pool.view().every(({ status }) => status.kind === 'open'));
});

test('what does not fit into eight sockets is told, most wanted first', async () => {
  const { clock, pool, refusals } = createPoolWorld('pubsub', answerPings);
  pool.setTopics(channelTopics(402));
  await clock.advance(0);
  assert.deepEqual(sizes(pool), Array(8).fill(50));
  assert.deepEqual(
    refusals(),
    channelTopics(2, 400).map((topic) => ({ kind: 'topicRefused', topic, code: 'NO_ROOM' })),
  );
});

test('sockets are merged when fewer suffice, and none is left for no topics', async () => {
  const { clock, sockets, pool } = createPoolWorld('pubsub', answerPings);
  pool.setTopics(channelTopics(150));
  await clock.advance(0);
  pool.setTopics([...channelTopics(10), ...channelTopics(30, 100)]);
  await clock.advance(0);
  assert.deepEqual(sizes(pool), [40]);
  assert.equal(sockets.live.length, 1);
  pool.setTopics([]);
  await clock.advance(0);
  assert.equal(sockets.live.length, 0);
});

test('the same topics again send nothing', async () => {
  const { clock, sockets, pool } = createPoolWorld('pubsub', answerPings);
  pool.setTopics(channelTopics(60));
  await clock.advance(0);
  const before = sockets.connections.map(({ sent }) => sent.length);
  pool.setTopics([...channelTopics(60)].reverse());
  await clock.advance(0);
  assert.deepEqual(
    sockets.connections.map(({ sent }) => sent.length),
    before,
  );
});

test('after any changes every wanted topic is held once and no socket has too many', async () => {
  const lists = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 500 }), { maxLength: 420 }), {
    minLength: 1,
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(lists, async (steps) => {
      const { clock, pool, sockets } = createPoolWorld('pubsub', answerPings);
      for (const ids of steps) {
        const wanted = ids.flatMap((id) => channelTopics(1, id));
        pool.setTopics(wanted);
        await clock.advance(0);
        const held = pool.view().flatMap(({ topics }) => topics);
        assert.deepEqual(new Set(held), new Set(wanted.slice(0, 400)));
        assert.equal(held.length, Math.min(wanted.length, 400));
        assert.ok(sizes(pool).every((size) => size <= 50));
        assert.equal(sockets.live.length, Math.ceil(held.length / 50));
      }
    }),
    { numRuns: 25 },
  );
});

test('a connection that fails is tried again with growing pauses', async () => {
  const { clock, sockets, pool } = createPoolWorld('pubsub', () => {});
  sockets.onConnect = (connection) => connection.drop(1006, 'refused');
  pool.setTopics(channelTopics(1));
  await clock.advance(600_000);
  assert.ok(sockets.connections.length >= 8 && sockets.connections.length <= 12, `found ${sockets.connections.length}`);
});

test('a server that drops every socket after two seconds is not hammered', async () => {
  const { clock, sockets, pool } = createPoolWorld('pubsub', answerPings);
  const { onConnect } = sockets;
  sockets.onConnect = (connection) => {
    onConnect(connection);
    clock.after(2_000, () => connection.drop());
  };
  pool.setTopics(channelTopics(1));
  await clock.advance(3_600_000);
  assert.ok(sockets.connections.length < 35, `found ${sockets.connections.length}`);
});

test('a good session resets the pauses', async () => {
  const { clock, sockets, pool, events } = createPoolWorld('pubsub', answerPings);
  pool.setTopics(channelTopics(1));
  await clock.advance(60_000);
  sockets.live[0]?.drop(1001, 'going away');
  assert.deepEqual(events.at(-1), {
    kind: 'socketChanged',
    index: 0,
    status: { kind: 'waiting', delayMs: 0, reason: 'closed with 1001 (going away)' },
    topicCount: 1,
  });
  await clock.advance(0);
  assert.equal(sockets.live.length, 1);
});

test('after a good session the pauses begin small again', async () => {
  const { clock, sockets, pool, events } = createPoolWorld('pubsub', answerPings);
  const { onConnect } = sockets;
  sockets.onConnect = (connection) => connection.drop();
  pool.setTopics(channelTopics(1));
  await clock.advance(300_000);
  sockets.onConnect = onConnect;
  await clock.advance(600_000);
  sockets.onConnect = (connection) => connection.drop();
  sockets.live[0]?.drop();
  await clock.advance(0);
  const last = events.at(-1);
  assert.ok(last?.kind === 'socketChanged' && last.status.kind === 'waiting');
  assert.ok(last.status.delayMs < 1_200, `found ${last.status.delayMs}`);
});

test('topics asked for while a socket is down are sent when it is back', async () => {
  const { clock, sockets, pool } = createPoolWorld('pubsub', answerPings);
  pool.setTopics(channelTopics(1));
  await clock.advance(1_000);
  sockets.live[0]?.drop();
  pool.setTopics(channelTopics(3));
  await clock.advance(10_000);
  const text = sockets.live[0]?.sent.join('') ?? '';
  for (const topic of channelTopics(3)) assert.ok(text.includes(topic));
});

test('restarting opens new sockets with the token of now', async () => {
  const { clock, sockets, pool, held } = createPoolWorld('pubsub', answerPings);
  pool.setTopics(channelTopics(60));
  await clock.advance(0);
  held.token = 'anothertokenanothertoken000000';
  pool.restart();
  await clock.advance(0);
  assert.deepEqual(sizes(pool), [50, 10]);
  assert.equal(sockets.live.length, 2);
  assert.ok(sockets.live.every(({ sent }) => sent.some((text) => text.includes('anothertoken'))));
});

test('when the disposal returns, every socket is down and no timer is left', async () => {
  const { clock, sockets, pool } = createPoolWorld('pubsub', answerPings);
  pool.setTopics(channelTopics(120));
  await clock.advance(1_000);
  sockets.live[1]?.drop();
  await pool[Symbol.asyncDispose]();
  assert.equal(sockets.live.length, 0);
  assert.equal(clock.pendingCount, 0);
  pool.setTopics(channelTopics(5));
  await clock.advance(1_000);
  assert.equal(sockets.live.length, 0, 'a disposed pool opens nothing');
});

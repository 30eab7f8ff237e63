import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultProtocolData } from '@dropwise/twitch/definitions';
import { setUp, type TestSetup } from '../testing/setup.ts';

type Frame = Readonly<Record<string, unknown>>;
const { clientId } = defaultProtocolData.clients.android;

async function connect({ sim, clock }: TestSetup, client = clientId) {
  const frames: Frame[] = [];
  const connection = sim.sockets.connect(
    `wss://hermes.twitch.tv/v1?clientId=${client}`,
    {},
    { onOpen: () => {}, onText: (text) => frames.push(JSON.parse(text)), onClose: () => {} },
  );
  await clock.advance(1);
  let sent = 0;
  return {
    frames,
    ask: async (type: string, body: Frame): Promise<Frame> => {
      const id = `frame-${++sent}`;
      connection.send(JSON.stringify({ id, type, timestamp: '2026-01-05T12:00:00.000000000Z', [type]: body }));
      await clock.advance(1);
      return (frames.find(({ parentId }) => parentId === id)?.[`${type}Response`] ?? {}) as Frame;
    },
  };
}

const subscription = (id: string, topic: string) => ({ id, type: 'pubsub', pubsub: { topic } });

test('a connection is welcomed and kept alive', async () => {
  const setup = setUp();
  const { frames } = await connect(setup);
  assert.equal(frames[0]?.type, 'welcome');
  assert.equal((frames[0] as { welcome: { keepaliveSec: number } }).welcome.keepaliveSec, 15);
  await setup.clock.advance(46_000);
  assert.deepEqual(
    frames.slice(1).map(({ type }) => type),
    ['keepalive', 'keepalive', 'keepalive'],
  );
  assert.match(String(frames[1]?.timestamp), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z$/);
});

test('user topics need a token of the client, channel topics do not', async () => {
  const setup = setUp();
  const hermes = await connect(setup);
  assert.deepEqual(await hermes.ask('subscribe', subscription('s1', 'video-playback-by-id.70001')), {
    result: 'ok',
    subscription: { id: 's1' },
  });
  assert.equal((await hermes.ask('subscribe', subscription('s2', 'user-drop-events.12345678'))).result, 'error');
  assert.equal((await hermes.ask('authenticate', { token: 'dead' })).result, 'error');
  assert.deepEqual(await hermes.ask('authenticate', { token: setup.client.token }), { result: 'ok' });
  assert.equal((await hermes.ask('subscribe', subscription('s2', 'user-drop-events.12345678'))).result, 'ok');
  assert.equal((await hermes.ask('subscribe', subscription('s3', 'user-drop-events.1'))).result, 'error');
  const other = await connect(setup, defaultProtocolData.clients.tv.clientId);
  assert.equal((await other.ask('authenticate', { token: setup.client.token })).result, 'error');
});

test('a notification carries the message of the topic as text', async () => {
  const setup = setUp();
  const hermes = await connect(setup);
  await hermes.ask('subscribe', subscription('s1', 'video-playback-by-id.70001'));
  setup.sim.world.channels.change('70001', { live: false });
  await setup.clock.advance(1);
  const { notification } = hermes.frames.at(-1) as {
    notification: { subscription: object; type: string; pubsub: string };
  };
  assert.deepEqual(notification.subscription, { id: 's1' });
  assert.equal(JSON.parse(notification.pubsub).type, 'stream-down');
  await hermes.ask('unsubscribe', { id: 's1' });
  const before = hermes.frames.length;
  setup.sim.world.channels.change('70001', { live: true });
  await setup.clock.advance(1);
  assert.equal(hermes.frames.length, before);
});

test('a topic twice, and a 101st subscription, are refused', async () => {
  const hermes = await connect(setUp());
  await hermes.ask('subscribe', subscription('s1', 'video-playback-by-id.1'));
  const again = await hermes.ask('subscribe', subscription('s2', 'video-playback-by-id.1'));
  assert.deepEqual([again.errorCode, again['SUB004.existingSubscriptionId']], ['SUB004', 's1']);
  for (let i = 2; i <= 100; i++)
    assert.equal((await hermes.ask('subscribe', subscription(`s${i}`, `video-playback-by-id.${i}`))).result, 'ok');
  assert.equal(
    (await hermes.ask('subscribe', subscription('s101', 'video-playback-by-id.101'))).error,
    'too many subscriptions',
  );
});

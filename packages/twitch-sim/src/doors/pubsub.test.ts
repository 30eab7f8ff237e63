import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setUp, type TestSetup } from '../testing/setup.ts';
import { createTestClient } from '../testing/test-client.ts';

const user = '12345678';
const channelTopics = (count: number) =>
  Array.from({ length: count }, (_, index) => `video-playback-by-id.${1_000 + index}`);

async function responses(setup: TestSetup, frames: readonly unknown[]): Promise<Record<string, unknown>[]> {
  const received: Record<string, unknown>[] = [];
  const connection = setup.sim.sockets.connect(
    'wss://pubsub-edge.twitch.tv/v1',
    {},
    {
      onOpen: () => {
        for (const frame of frames) connection.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
      },
      onText: (text) => received.push(JSON.parse(text)),
      onClose: () => {},
    },
  );
  await setup.clock.advance(1);
  return received;
}

const listen = (topics: readonly string[], auth_token?: string) => ({
  type: 'LISTEN',
  nonce: 'n',
  data: { topics, auth_token },
});

test('PING is answered with PONG', async () => {
  assert.deepEqual(await responses(setUp(), [{ type: 'PING' }]), [{ type: 'PONG' }]);
});

describe('a LISTEN', () => {
  const table: readonly {
    name: string;
    topics: readonly string[];
    token: (setup: TestSetup) => string | undefined;
    error: string;
  }[] = [
    {
      name: 'for the own user topics is accepted',
      topics: [`user-drop-events.${user}`, `onsite-notifications.${user}`],
      token: ({ client }) => client.token,
      error: '',
    },
    { name: 'for channel topics needs no token', topics: channelTopics(20), token: () => undefined, error: '' },
    { name: 'for fifty topics is accepted', topics: channelTopics(50), token: ({ client }) => client.token, error: '' },
    {
      name: 'for a 51st topic is refused',
      topics: channelTopics(51),
      token: ({ client }) => client.token,
      error: 'ERR_BADTOPIC',
    },
    {
      name: 'for user topics without a token is refused',
      topics: [`user-drop-events.${user}`],
      token: () => undefined,
      error: 'ERR_BADAUTH',
    },
    {
      name: 'for topics of another user is refused',
      topics: ['user-drop-events.87654321'],
      token: ({ client }) => client.token,
      error: 'ERR_BADAUTH',
    },
    { name: 'with a dead token is refused', topics: channelTopics(1), token: () => 'dead', error: 'ERR_BADAUTH' },
    {
      name: 'for a topic that does not exist is refused',
      topics: ['weather.1'],
      token: ({ client }) => client.token,
      error: 'ERR_BADTOPIC',
    },
    { name: 'for nothing is refused', topics: [], token: ({ client }) => client.token, error: 'ERR_BADMESSAGE' },
  ];
  for (const { name, topics, token, error } of table) {
    test(name, async () => {
      const setup = setUp();
      assert.deepEqual(await responses(setup, [listen(topics, token(setup))]), [
        { type: 'RESPONSE', error, nonce: 'n' },
      ]);
      setup.sim.assertReceived(
        (record) => record.kind === 'frame' && record.type === 'LISTEN' && record.error === error,
        { times: 1 },
      );
      assert.equal(setup.sim.hub.list()[0]?.topics, error === '' ? topics.length : 0);
    });
  }
});

test('topics of several frames add up to fifty, and room comes back with UNLISTEN', async () => {
  const setup = setUp();
  const topics = channelTopics(50);
  const more = ['broadcast-settings-update.1'];
  const frames = [
    listen(topics.slice(0, 20)),
    listen(topics.slice(20)),
    listen(more),
    { type: 'UNLISTEN', nonce: 'u', data: { topics: topics.slice(0, 1) } },
    listen(more),
  ];
  assert.deepEqual(
    (await responses(setup, frames)).map(({ error }) => error),
    ['', '', 'ERR_BADTOPIC', '', ''],
  );
});

test('a frame that cannot be read is a bad message', async () => {
  assert.deepEqual(await responses(setUp(), ['{', { type: 'HELLO', nonce: 'h' }]), [
    { type: 'RESPONSE', error: 'ERR_BADMESSAGE', nonce: '' },
    { type: 'RESPONSE', error: 'ERR_BADMESSAGE', nonce: 'h' },
  ]);
});

test('messages reach every listener and stop with the connection', async () => {
  const { sim, client, clock } = setUp();
  const first = client.listen(['broadcast-settings-update.70001']);
  const second = client.listen(['broadcast-settings-update.70001']);
  await clock.advance(1);
  second.connection.close();
  await clock.advance(1);
  sim.world.channels.change('70001', { game: 'Night Ferry' });
  await clock.advance(1);
  assert.deepEqual(first.messages('broadcast-settings-update'), [
    {
      channel_id: '70001',
      type: 'broadcast_settings_update',
      channel: 'sample_harbor',
      old_status: 'Lanterns of Vael with drops',
      status: 'Lanterns of Vael with drops',
      old_game: 'Lanterns of Vael',
      game: 'Night Ferry',
      old_game_id: 900001,
      game_id: 900002,
    },
  ]);
  assert.deepEqual(second.messages('broadcast-settings-update'), []);
  assert.equal(second.closeCode, 1000);
  assert.equal(sim.hub.openCount, 1);
});

test('tokens of a client that is refused drop events are refused on that topic only', async () => {
  const setup = setUp((scenario) => ({
    ...scenario,
    switches: { ...scenario.switches, dropEventsRefusedFor: ['tv'] },
  }));
  const tv = createTestClient(setup.sim, 'tv').token;
  const frames = [
    listen([`user-drop-events.${user}`], tv),
    listen([`onsite-notifications.${user}`], tv),
    listen([`user-drop-events.${user}`], setup.client.token),
  ];
  assert.deepEqual(
    (await responses(setup, frames)).map(({ error }) => error),
    ['ERR_BADAUTH', '', ''],
  );
});

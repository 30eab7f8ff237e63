import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { topicKinds } from '../../definitions/index.ts';
import { readTopicMessage } from './index.ts';

const read = (topic: string, message: unknown) => readTopicMessage(topic, JSON.stringify(message));

/** topic, message → event */
const events: readonly [string, unknown, unknown][] = [
  [
    'user-drop-events.1',
    {
      type: 'drop-progress',
      data: { drop_id: 'd1', channel_id: '70001', current_progress_min: 18, required_progress_min: 60 },
    },
    { kind: 'dropProgressed', dropId: 'd1', channelId: '70001', minutes: 18, requiredMinutes: 60 },
  ],
  [
    'user-drop-events.1',
    { type: 'drop-claim', data: { drop_id: 'd1', drop_instance_id: '1#c#d1', channel_id: '70001' } },
    { kind: 'dropBecameClaimable', dropId: 'd1', instanceId: '1#c#d1', channelId: '70001' },
  ],
  [
    'onsite-notifications.1',
    {
      type: 'create-notification',
      data: { notification: { id: 'n1', type: 'user_drop_reward_reminder_notification' } },
    },
    {
      kind: 'notificationCreated',
      notificationId: 'n1',
      notificationType: 'user_drop_reward_reminder_notification',
      isDropReward: true,
    },
  ],
  [
    'onsite-notifications.1',
    { type: 'create-notification', data: { notification: { id: 'n2', type: 'follower' } } },
    { kind: 'notificationCreated', notificationId: 'n2', notificationType: 'follower', isDropReward: false },
  ],
  [
    'video-playback-by-id.70001',
    { type: 'stream-up', server_time: 1, play_delay: 0 },
    { kind: 'streamWentUp', channelId: '70001' },
  ],
  [
    'video-playback-by-id.70001',
    { type: 'stream-down', server_time: 1 },
    { kind: 'streamWentDown', channelId: '70001' },
  ],
  [
    'video-playback-by-id.70001',
    { type: 'viewcount', viewers: 1234 },
    { kind: 'viewersCounted', channelId: '70001', viewers: 1234 },
  ],
  [
    'broadcast-settings-update.70001',
    {
      channel_id: '70001',
      type: 'broadcast_settings_update',
      old_status: 'a',
      status: 'b',
      old_game: 'G',
      game: 'H',
      old_game_id: 9,
      game_id: 8,
    },
    {
      kind: 'broadcastSettingsChanged',
      channelId: '70001',
      title: 'b',
      oldGame: 'G',
      game: 'H',
      oldGameId: '9',
      gameId: '8',
    },
  ],
];
for (const [topic, message, event] of events) {
  test(`${topic} says ${JSON.stringify(event).slice(0, 60)}`, () => {
    assert.deepEqual(read(topic, message), { kind: 'event', event });
  });
}

const ignored: readonly [string, unknown][] = [
  ['user-drop-events.1', { type: 'drop-something-new' }],
  ['onsite-notifications.1', { type: 'update-summary', data: {} }],
  ['video-playback-by-id.1', { type: 'commercial', length: 90 }],
  ['video-playback-by-id.1', { type: 'toString' }],
  ['presence.1', { type: 'stream-up' }],
];
for (const [topic, message] of ignored) {
  test(`${JSON.stringify(message)} on ${topic} is ignored`, () => assert.equal(read(topic, message).kind, 'ignored'));
}

const malformed: readonly [string, unknown, RegExp][] = [
  [
    'user-drop-events.1',
    { type: 'drop-progress', data: { drop_id: 'd1', current_progress_min: '18' } },
    /data\.current_progress_min/,
  ],
  ['user-drop-events.1', { type: 'drop-claim', data: { drop_id: 'd1' } }, /data\.drop_instance_id/],
  ['video-playback-by-id.1', { type: 'viewcount' }, /viewers/],
  ['video-playback-by-id.1', { no: 'type' }, /type/],
  ['video-playback-by-id.1', null, /expected/],
];
for (const [topic, message, place] of malformed) {
  test(`${JSON.stringify(message)} on ${topic} is malformed at its place`, () => {
    const reading = read(topic, message);
    assert.ok(reading.kind === 'malformed');
    assert.match(reading.problem, place);
  });
}

test('a message that is no JSON is malformed', () => {
  assert.equal(readTopicMessage('video-playback-by-id.1', '{"type":').kind, 'malformed');
});

test('no message makes a reader throw', () => {
  const topics = fc.constantFrom(...topicKinds).map((kind) => `${kind}.1`);
  const types = fc.constantFrom(
    'drop-progress',
    'drop-claim',
    'viewcount',
    'create-notification',
    'broadcast_settings_update',
  );
  const messages = fc.tuple(types, fc.object()).map(([type, rest]) => JSON.stringify({ ...rest, type }));
  fc.assert(fc.property(topics, messages, (topic, text) => readTopicMessage(topic, text).kind.length > 0));
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { userId } from '@dropwise/kit';
import { target } from '../testing/watch-world.ts';
import { formatMinuteWatched } from './minute-watched.ts';

test('the event carries what drop credit needs: broadcast, channel, game and a numeric user', () => {
  const [event, ...others] = JSON.parse(formatMinuteWatched(target, userId('12345678'), 0));
  assert.deepEqual(others, []);
  assert.deepEqual(event, {
    event: 'minute-watched',
    properties: {
      broadcast_id: '310000000001',
      channel_id: '70001',
      channel: 'sample_channel',
      client_time: '1970-01-01T00:00:00.000Z',
      game: 'Sample Game',
      game_id: '900001',
      hidden: false,
      is_live: true,
      live: true,
      location: 'channel',
      logged_in: true,
      minutes_logged: 1,
      muted: false,
      player: 'site',
      user_id: 12345678,
    },
  });
});

test('a channel without a category sends empty ones', () => {
  const [{ properties }] = JSON.parse(formatMinuteWatched({ ...target, game: null }, userId('1'), 0));
  assert.deepEqual([properties.game, properties.game_id], ['', '']);
});

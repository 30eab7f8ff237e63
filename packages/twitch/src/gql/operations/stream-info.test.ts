import assert from 'node:assert/strict';
import { test } from 'node:test';
import { altered } from '../../testing/fixtures.ts';
import { readOk, refusedPath } from '../../testing/read-operation.ts';
import { streamInfo } from './stream-info.ts';

const user = {
  id: '70001',
  displayName: 'Sample_Channel',
  login: 'sample_channel',
  broadcastSettings: { title: 'Drops on!', game: { id: '900001', displayName: 'Sample Game', name: 'Sample Game' } },
  stream: { id: '310000000001', viewersCount: 1234 },
};

test('a live channel has a broadcast, a title, viewers and a game', () => {
  assert.deepEqual(readOk(streamInfo, { user }), {
    id: '70001',
    login: 'sample_channel',
    displayName: 'Sample_Channel',
    stream: {
      broadcastId: '310000000001',
      viewers: 1234,
      title: 'Drops on!',
      game: { id: '900001', name: 'Sample Game', slug: null, boxArtUrl: null },
    },
  });
});

test('an offline channel has no stream, a gone one is null, one without a category has no game', () => {
  assert.equal(readOk(streamInfo, { user: altered(user, { stream: null }) })?.stream, null);
  assert.equal(readOk(streamInfo, { user: null }), null);
  const uncategorised = altered(user, { broadcastSettings: { title: 'Hi', game: null } });
  assert.equal(readOk(streamInfo, { user: uncategorised })?.stream?.game, null);
});

test('an answer that does not say whether the channel is live is refused', () => {
  assert.equal(refusedPath(streamInfo, { user: altered(user, { stream: undefined }) }), 'data.user.stream');
});

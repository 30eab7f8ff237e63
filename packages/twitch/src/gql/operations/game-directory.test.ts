import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOk, refusedPath } from '../../testing/read-operation.ts';
import { gameDirectory } from './game-directory.ts';

const node = {
  id: '310000000001',
  title: 'Drops on!',
  viewersCount: 1234,
  broadcaster: { id: '70001', login: 'sample_channel', displayName: 'Sample_Channel' },
  game: { id: '900001', slug: 'sample-game', name: 'Sample Game', displayName: 'Sample Game' },
};
const answer = (edges: unknown) => ({ game: { id: '900001', streams: { edges } } });

test('only drops-enabled streams are asked for', () => {
  const variables = gameDirectory.variables({ slug: 'sample-game', limit: 20 });
  assert.deepEqual((variables.options as { systemFilters: string[] }).systemFilters, ['DROPS_ENABLED']);
  assert.equal(variables.limit, 20);
});

test('live channels come in the order of the answer, with stream and game', () => {
  const { found, channels } = readOk(gameDirectory, answer([{ node }, { node: { ...node, id: '2' } }]));
  assert.equal(found, true);
  assert.deepEqual(
    channels.map(({ stream }) => stream?.broadcastId),
    ['310000000001', '2'],
  );
  assert.deepEqual(channels[0], {
    id: '70001',
    login: 'sample_channel',
    displayName: 'Sample_Channel',
    stream: {
      broadcastId: '310000000001',
      title: 'Drops on!',
      viewers: 1234,
      game: { id: '900001', name: 'Sample Game', slug: 'sample-game', boxArtUrl: null },
    },
  });
});

test('a wrong slug is not found, and a category without streams is empty', () => {
  assert.deepEqual(readOk(gameDirectory, { game: null }), { found: false, channels: [], rejected: [] });
  assert.deepEqual(readOk(gameDirectory, {}), { found: false, channels: [], rejected: [] });
  assert.deepEqual(readOk(gameDirectory, { game: { streams: null } }), { found: true, channels: [], rejected: [] });
});

test('an edge without a broadcaster is skipped and a malformed one is told', () => {
  const edges = [{ node: { ...node, broadcaster: null } }, { node: { ...node, id: null } }, { node }];
  const { channels, rejected } = readOk(gameDirectory, answer(edges));
  assert.equal(channels.length, 1);
  assert.deepEqual(
    rejected.map(({ path }) => path),
    ['data.game.streams.edges.1.node.id'],
  );
});

test('a list that is none is refused', () => {
  assert.equal(refusedPath(gameDirectory, answer('none')), 'data.game.streams.edges');
});

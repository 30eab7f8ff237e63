import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setUp } from '../testing/setup.ts';
import type { GqlItem } from '../testing/test-client.ts';

interface Edge {
  readonly node: { readonly id: string; readonly broadcaster: { readonly login: string } };
}
const edgesOf = ({ data }: GqlItem) => (data as { game: { streams: { edges: Edge[] } } }).game.streams.edges;
const drops = { options: { systemFilters: ['DROPS_ENABLED'] } };

test('the directory shows live channels of the game, as many as asked for', async () => {
  const { client } = setUp();
  const all = edgesOf(await client.gql('DirectoryPage_Game', { slug: 'night-ferry', limit: 20, ...drops }));
  assert.deepEqual(all.map(({ node }) => node.broadcaster.login).toSorted(), ['sample_anchor', 'sample_gull']);
  assert.equal(edgesOf(await client.gql('DirectoryPage_Game', { slug: 'night-ferry', limit: 1, ...drops })).length, 1);
});

test('the drops filter leaves out channels without a running campaign', async () => {
  const { client } = setUp((scenario) => ({ ...scenario, campaigns: scenario.campaigns.slice(1, 2) }));
  const filtered = edgesOf(await client.gql('DirectoryPage_Game', { slug: 'night-ferry', ...drops }));
  assert.deepEqual(
    filtered.map(({ node }) => node.broadcaster.login),
    ['sample_anchor'],
  );
  assert.equal(edgesOf(await client.gql('DirectoryPage_Game', { slug: 'night-ferry' })).length, 2);
});

test('a wrong slug yields a null game', async () => {
  const { client } = setUp();
  assert.deepEqual((await client.gql('DirectoryPage_Game', { slug: 'chess' })).data, { game: null });
});

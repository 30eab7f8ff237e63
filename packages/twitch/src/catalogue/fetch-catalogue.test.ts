import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NetworkError } from '@dropwise/kit';
import fc from 'fast-check';
import type { FakeAnswer } from '../testing/fake-http.ts';
import { altered, rawCampaign, rawDrop } from '../testing/fixtures.ts';
import { testStart } from '../testing/virtual-time.ts';
import { createWatchWorld } from '../testing/watch-world.ts';
import { fetchCatalogue } from './fetch-catalogue.ts';
import { readCatalogue } from './read-catalogue.ts';

const url = 'https://feed.test/drops.json';
const game = (...rewards: unknown[]) => ({ gameId: '900001', gameDisplayName: 'Sample Game', rewards });

async function fetched(answer: FakeAnswer) {
  const world = createWatchWorld();
  world.http.on('GET /drops.json', answer);
  const result = await fetchCatalogue(world, url);
  return { result, ...world };
}

test('version 1 is a plain list and tells no age', async () => {
  const { result } = await fetched({ json: [game(rawCampaign)] });
  assert.ok(result.ok);
  assert.equal(result.value.version, 1);
  assert.equal(result.value.updatedAt, null);
  assert.equal(result.value.stale, false);
  assert.equal(result.value.campaigns[0]?.name, 'Sample Launch Week');
});

for (const [ageMinutes, stale] of [
  [29, false],
  [30, false],
  [31, true],
] as const) {
  test(`version 2 of ${ageMinutes} minutes ago is ${stale ? '' : 'not '}stale`, async () => {
    const lastUpdatedAt = new Date(testStart - ageMinutes * 60_000).toISOString();
    const { result } = await fetched({
      json: { lastUpdatedAt, refreshIntervalSeconds: 3600, data: [game(rawCampaign)] },
    });
    assert.ok(result.ok);
    assert.equal(result.value.version, 2);
    assert.equal(result.value.stale, stale);
  });
}

test('the feed says nothing about the account', async () => {
  const { result } = await fetched({ json: [game(rawCampaign)] });
  assert.ok(result.ok);
  assert.equal(result.value.campaigns[0]?.linked, undefined);
  assert.equal(result.value.campaigns[0]?.drops?.[0]?.self, null);
});

test('the feed is told nothing about the account', async () => {
  const { http } = await fetched({ json: [] });
  const { headers } = http.requests[0] ?? { headers: {} };
  assert.deepEqual(Object.keys(headers).sort(), ['accept', 'accept-encoding', 'user-agent']);
  assert.equal(http.requests[0]?.maxBytes, 8 * 1024 * 1024);
});

test('addresses of other kinds than https are dropped', async () => {
  const odd = altered(rawCampaign, { accountLinkURL: 'javascript:alert(1)', imageURL: 'http://x.test/a.png' });
  const { result } = await fetched({ json: [game(odd)] });
  assert.ok(result.ok);
  assert.equal(result.value.campaigns[0]?.linkUrl, null);
  assert.equal(result.value.campaigns[0]?.imageUrl, null);
  assert.equal(result.value.campaigns[0]?.detailsUrl, 'https://example.test/details');
});

const bad: readonly [string, object][] = [
  ['an id that is no UUID', altered(rawCampaign, { id: '../../etc' })],
  ['an end before the start', altered(rawCampaign, { endAt: '2020-01-01T00:00:00Z' })],
  ['a span of many years', altered(rawCampaign, { endAt: '2126-01-01T00:00:00Z' })],
  ['a login that is none', altered(rawCampaign, { allow: { channels: [{ id: '1', name: 'a/../b' }] } })],
  ['a drop with a bad id', altered(rawCampaign, { timeBasedDrops: [altered(rawDrop, { id: 'x' })] })],
  ['a game with a bad id', altered(rawCampaign, { game: { id: 'abc', name: 'X' } })],
  ['a name without end', altered(rawCampaign, { name: 'x'.repeat(3_000) })],
];
for (const [name, campaign] of bad) {
  test(`${name} rejects that campaign and no other`, async () => {
    const good = altered(rawCampaign, { id: '5d0c7a34-0000-4000-8000-000000000002' });
    const { result } = await fetched({ json: [game(campaign, good), 'nonsense'] });
    assert.ok(result.ok);
    assert.deepEqual(
      result.value.campaigns.map(({ id }) => id),
      ['5d0c7a34-0000-4000-8000-000000000002'],
    );
    assert.equal(result.value.rejected.length, 2);
  });
}

const failures: readonly [string, FakeAnswer, string][] = [
  ['no connection', new NetworkError('dns', 'feed.test', 'x'), 'unreachable'],
  ['too much', new NetworkError('tooLarge', 'feed.test', 'x'), 'unreachable'],
  ['a 404', { status: 404 }, 'refused'],
  ['a web page', { body: '<html>' }, 'notJson'],
  ['another shape', { json: { games: [] } }, 'unexpectedShape'],
];
for (const [name, answer, kind] of failures) {
  test(`${name} ends as ${kind}`, async () => {
    const { result } = await fetched(answer);
    assert.equal(!result.ok && result.failure.kind, kind);
  });
}

test('nothing that JSON can say makes the reader throw', () => {
  fc.assert(fc.property(fc.jsonValue(), (json) => typeof readCatalogue(json).ok === 'boolean'));
  fc.assert(fc.property(fc.array(fc.record({ rewards: fc.array(fc.object()) })), (json) => readCatalogue(json).ok));
});

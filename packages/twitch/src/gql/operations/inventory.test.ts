import assert from 'node:assert/strict';
import { test } from 'node:test';
import { altered, rawCampaign, rawDrop } from '../../testing/fixtures.ts';
import { readOk, refusedPath } from '../../testing/read-operation.ts';
import { inventory } from './inventory.ts';

const answer = (campaigns: unknown, awards: unknown = []) => ({
  currentUser: { id: '1', inventory: { dropCampaignsInProgress: campaigns, gameEventDrops: awards } },
});

test('a campaign in progress is read with its drops, dates as epoch ms and the account’s own minutes', () => {
  const { campaigns, rejected } = readOk(inventory, answer([rawCampaign]));
  assert.deepEqual(rejected, []);
  const [campaign] = campaigns;
  assert.equal(campaign?.endsAt, Date.parse('2026-08-20T16:59:59.998Z'));
  assert.equal(campaign?.linked, true);
  assert.deepEqual(campaign?.allowList, [{ id: '70001', login: 'sample_channel', displayName: null }]);
  assert.deepEqual(campaign?.game, {
    id: '900001',
    name: 'Sample Game',
    slug: 'sample-game',
    boxArtUrl: 'https://e.test/b.jpg',
  });
  assert.deepEqual(campaign?.drops?.[0]?.self, { minutes: 17, claimed: false, instanceId: null });
  assert.deepEqual(campaign?.drops?.[0]?.preconditionIds, ['7e000000-0000-4000-8000-000000000009']);
  assert.equal(campaign?.drops?.[0]?.benefits[0]?.distributionType, 'DIRECT_ENTITLEMENT');
});

test('a null list means nothing in progress, and null awards none', () => {
  assert.deepEqual(readOk(inventory, answer(null, null)), { campaigns: [], awards: [], rejected: [] });
});

test('an allow list that is empty, null or switched off leaves a campaign open', () => {
  const allows = [
    { channels: [] },
    { channels: null },
    { channels: rawCampaign.allow.channels, isEnabled: false },
    null,
  ];
  for (const allow of allows) {
    const { campaigns } = readOk(inventory, answer([altered(rawCampaign, { allow })]));
    assert.equal(campaigns[0]?.allowList, null, JSON.stringify(allow));
  }
});

test('an allow list of which nothing can be read keeps its campaign closed', () => {
  const { campaigns, rejected } = readOk(
    inventory,
    answer([altered(rawCampaign, { allow: { channels: [{ id: null }] } })]),
  );
  assert.deepEqual(campaigns[0]?.allowList, []);
  assert.equal(rejected.length, 1);
});

test('one malformed campaign, drop or award is told apart and does not spoil the rest', () => {
  const badDrop = altered(rawDrop, { id: 'bad-drop', requiredMinutesWatched: 'sixty' });
  const raw = [
    altered(rawCampaign, { id: 'no-end', endAt: undefined }),
    altered(rawCampaign, { id: 'bad-drop-inside', timeBasedDrops: [badDrop, rawDrop] }),
    'not a campaign',
  ];
  const awards = [{ id: 'b1', lastAwardedAt: '0001-01-01T00:00:00Z', isConnected: true }, { id: 'b2' }];
  const read = readOk(inventory, answer(raw, awards));
  assert.deepEqual(
    read.campaigns.map(({ id, drops }) => [id, drops?.length]),
    [['bad-drop-inside', 1]],
  );
  assert.deepEqual(
    read.awards.map(({ benefitId, lastAwardedAt }) => [benefitId, lastAwardedAt]),
    [['b1', -62_135_596_800_000]],
  );
  const at = 'data.currentUser.inventory';
  assert.deepEqual(
    read.rejected.map(({ id, path }) => [id, path]).sort(),
    [
      ['bad-drop', `${at}.dropCampaignsInProgress.1.timeBasedDrops.0.requiredMinutesWatched`],
      ['b2', `${at}.gameEventDrops.1.lastAwardedAt`],
      ['no-end', `${at}.dropCampaignsInProgress.0.endAt`],
      [null, `${at}.dropCampaignsInProgress.2`],
    ].sort(),
  );
  assert.match(
    read.rejected.find(({ id }) => id === 'bad-drop')?.problem ?? '',
    /expected number at .*, found "sixty"/,
  );
});

test('a missing account is refused with its place', () => {
  assert.equal(refusedPath(inventory, { currentUser: null }), 'data.currentUser');
});

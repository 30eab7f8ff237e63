import assert from 'node:assert/strict';
import { test } from 'node:test';
import { altered, rawCampaign, rawDrop } from '../../testing/fixtures.ts';
import { readOk, refusedPath } from '../../testing/read-operation.ts';
import { availableDrops } from './available-drops.ts';

const sparse = {
  id: 'c2',
  name: 'Sparse',
  game: { id: '900001', name: 'Sample Game' },
  detailsURL: null,
  endAt: '2026-08-20T16:59:59.998Z',
  imageURL: '',
  timeBasedDrops: [altered(rawDrop, { self: undefined, preconditionDrops: undefined, requiredSubs: undefined })],
};

test('a campaign without start and status takes its start from its first drop', () => {
  const read = readOk(availableDrops, { channel: { id: '70001', viewerDropCampaigns: [sparse] } });
  const [campaign] = read?.campaigns ?? [];
  assert.equal(campaign?.startsAt, Date.parse('2026-08-01T16:00:00Z'));
  assert.equal(campaign?.status, 'UNKNOWN');
  assert.equal(campaign?.linked, undefined);
  assert.equal(campaign?.imageUrl, null);
});

test('an entry that cannot be read still gives its id', () => {
  const list = [rawCampaign, { id: 'only-an-id' }];
  const read = readOk(availableDrops, { channel: { id: '70001', viewerDropCampaigns: list } });
  assert.deepEqual(read?.campaignIds, [rawCampaign.id, 'only-an-id']);
  assert.equal(read?.campaigns.length, 1);
  assert.equal(read?.rejected[0]?.id, 'only-an-id');
});

test('no channel is null, no list is empty', () => {
  assert.equal(readOk(availableDrops, { channel: null }), null);
  const none = readOk(availableDrops, { channel: { id: '70001', viewerDropCampaigns: null } });
  assert.deepEqual(none?.campaignIds, []);
});

test('an answer without a channel is refused', () => {
  assert.equal(refusedPath(availableDrops, {}), 'data.channel');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { campaignId, userId } from '@dropwise/kit';
import { altered, rawCampaign, rawDrop } from '../../testing/fixtures.ts';
import { readOk, refusedPath } from '../../testing/read-operation.ts';
import { campaignDetails } from './campaign-details.ts';

test('the account’s own id goes into channelLogin', () => {
  const variables = campaignDetails.variables({ userId: userId('12345678'), campaignId: campaignId('c1') });
  assert.deepEqual(variables, { channelLogin: '12345678', dropID: 'c1' });
});

test('drops without an edge of the account have none', () => {
  const raw = altered(rawCampaign, {
    timeBasedDrops: [altered(rawDrop, { self: undefined, preconditionDrops: null })],
  });
  const { campaign } = readOk(campaignDetails, { user: { id: '1', dropCampaign: raw } });
  assert.equal(campaign?.drops?.[0]?.self, null);
  assert.deepEqual(campaign?.drops?.[0]?.preconditionIds, []);
});

test('a campaign that Twitch does not show is null', () => {
  assert.equal(readOk(campaignDetails, { user: { dropCampaign: null } }).campaign, null);
  assert.equal(readOk(campaignDetails, { user: null }).campaign, null);
});

test('a campaign that cannot be read is refused with its place', () => {
  const raw = altered(rawCampaign, { startAt: 'soon' });
  assert.equal(refusedPath(campaignDetails, { user: { dropCampaign: raw } }), 'data.user.dropCampaign.startAt');
});

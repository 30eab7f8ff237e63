import assert from 'node:assert/strict';
import { test } from 'node:test';
import { altered, rawCampaign } from '../../testing/fixtures.ts';
import { readOk, refusedPath } from '../../testing/read-operation.ts';
import { campaigns } from './campaigns.ts';

const answer = (dropCampaigns: unknown) => ({ currentUser: { id: '1', dropCampaigns } });

test('a null list is told apart from an empty one', () => {
  assert.deepEqual(readOk(campaigns, answer(null)), { catalogue: 'null' });
  assert.deepEqual(readOk(campaigns, answer([])), { catalogue: 'listed', campaigns: [], rejected: [] });
});

test('a list that is missing altogether is a changed answer', () => {
  assert.equal(refusedPath(campaigns, { currentUser: {} }), 'data.currentUser.dropCampaigns');
});

test('fields that the list does not carry stay undefined, and a campaign without a game is kept', () => {
  const bare = altered(rawCampaign, { allow: undefined, timeBasedDrops: undefined, imageURL: undefined, game: null });
  const list = readOk(campaigns, answer([bare]));
  assert.ok(list.catalogue === 'listed');
  const [campaign] = list.campaigns;
  assert.equal(campaign?.game, null);
  assert.equal(campaign?.drops, undefined);
  assert.equal(campaign?.allowList, undefined);
  assert.equal(campaign?.imageUrl, undefined);
});

test('a status that is new is unknown, not an error', () => {
  const list = readOk(campaigns, answer([altered(rawCampaign, { status: 'PAUSED' })]));
  assert.ok(list.catalogue === 'listed');
  assert.equal(list.campaigns[0]?.status, 'UNKNOWN');
});

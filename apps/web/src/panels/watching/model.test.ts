import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StatusView, WatchingView } from '@dropwise/contract';
import { buildCampaign, buildPlan, hourMs, noon } from '../../shared/testing/build-views.ts';
import { channelAddress, isByHand, whyWatched } from './model.ts';

const watching: WatchingView = {
  channelId: '1',
  login: 'one',
  displayName: 'One',
  game: 'Lanterns',
  viewers: 3,
  campaignId: 'week',
  campaignName: 'Week',
  since: noon,
  transport: 'spade',
  lastConfirmedAt: null,
};
const status: StatusView = {
  childId: 'miner',
  status: '',
  phase: 'watching',
  watching,
  manual: null,
  claimed: 0,
  confirmedMinutes: 0,
  sockets: null,
  fetchedAt: null,
  catalogue: 'complete',
};
const campaigns = { week: buildCampaign('week', { name: 'Week' }) };
const slot = { campaignId: 'week', campaignName: 'Week', game: 'Lanterns', finishes: [] };

test('a channel chosen by hand is called that', () => {
  const manual = { channelId: '1', login: 'one', game: null, since: noon };
  assert.equal(
    whyWatched({ status: { ...status, manual }, campaigns, plan: null, channels: {} }, noon).key,
    'now.why.manual',
  );
  assert.ok(isByHand({ manual, watching: null }));
  assert.ok(!isByHand({ manual: { ...manual, login: 'other' }, watching }));
});

test('the plan says why while it gives the campaign this hour, and no longer', () => {
  const plan = buildPlan({ slots: [{ ...slot, startsAt: noon, endsAt: noon + hourMs }] });
  const why = (now: number) => whyWatched({ status, campaigns, plan, channels: {} }, now);
  assert.deepEqual(why(noon), {
    key: 'now.why.planned',
    values: { campaign: 'Week', game: 'Lanterns' },
    until: noon + hourMs,
  });
  assert.equal(why(noon + hourMs).key, 'now.why.counts');
});

test('a channel of the allow list is called that; what counts there may be unknown', () => {
  const listed = { week: buildCampaign('week', { allowList: ['one'] }) };
  assert.equal(whyWatched({ status, campaigns: listed, plan: null, channels: {} }, noon).key, 'now.why.allowList');
  assert.equal(whyWatched({ status, campaigns: {}, plan: null, channels: {} }, noon).key, 'now.why.unknown');
});

test('only what can be a login becomes an address', () => {
  assert.equal(channelAddress('some_one1'), 'https://www.twitch.tv/some_one1');
  assert.equal(channelAddress('a/../b'), null);
});

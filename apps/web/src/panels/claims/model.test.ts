import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildCampaign, buildDrop } from '../../shared/testing/build-views.ts';
import { claimsByHand, oneAddress } from './model.ts';

test('what only its owner can claim is listed, the soonest end first, with its link', () => {
  const byHand = { claim: 'byHand' } as const;
  const campaigns = {
    late: buildCampaign('late', { endsAt: 2, drops: [buildDrop('a', { ...byHand, claimLink: 'https://claim.test' })] }),
    soon: buildCampaign('soon', { endsAt: 1, drops: [buildDrop('b', byHand), buildDrop('c', { claim: 'ready' })] }),
  };
  assert.deepEqual(
    claimsByHand(campaigns).map(({ key, address }) => [key, address]),
    [
      ['soon b', 'https://www.twitch.tv/drops/inventory'],
      ['late a', 'https://claim.test'],
    ],
  );
});

test('one page for all of them is found', () => {
  const claim = { key: 'a', dropName: '', campaignName: '', imageUrl: null, address: 'https://one.test' };
  assert.equal(oneAddress([claim, { ...claim, key: 'b' }]), 'https://one.test');
  assert.equal(oneAddress([claim, { ...claim, address: 'https://two.test' }]), null);
  assert.equal(oneAddress([]), null);
});

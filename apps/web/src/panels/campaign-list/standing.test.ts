import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CampaignView, DropView } from '@dropwise/contract';
import { buildCampaign, buildDrop } from '../../shared/testing/build-views.ts';
import { currentDrop, doneShare, isEarnable } from './standing.ts';

const reason = (code: string) => ({ code, sentence: '', value: null, link: null });
const withDrop = (drop: Partial<DropView>, changes: Partial<CampaignView> = {}): CampaignView =>
  buildCampaign('c', { drops: [buildDrop('d', drop)], ...changes });

describe('a campaign can be earned', () => {
  const cases: [string, CampaignView, boolean][] = [
    ['while its drop is mined', withDrop({ whyNot: reason('mining') }), true],
    ['while its drop waits for a channel', withDrop({ whyNot: reason('no-live-channel') }), true],
    ['while its drop is given up, because a wish changes that', withDrop({ whyNot: reason('given-up') }), true],
    ['not without the account', withDrop({ whyNot: reason('not-linked') }), false],
    ['not by subscription', withDrop({ requiredMinutes: 0, whyNot: reason('subscription-only') }), false],
    ['not again', withDrop({ claim: 'claimed' }), false],
    ['as long as a claim is open, also after its end', withDrop({ claim: 'byHand' }, { state: 'expired' }), true],
    ['not after its end', withDrop({}, { state: 'expired' }), false],
    ['where the miner gives no reasons and the account may be linked', withDrop({}, { linked: 'unknown' }), true],
    ['where the miner gives no reasons, not without the account', withDrop({}, { linked: 'unlinked' }), false],
  ];
  for (const [what, campaign, expected] of cases) it(what, () => assert.equal(isEarnable(campaign), expected));
});

describe('the bar of a campaign', () => {
  it('is of the drop that is mined, else of the one that is furthest', () => {
    const far = buildDrop('far', { confirmedMinutes: 50 });
    const near = buildDrop('near', { confirmedMinutes: 10, estimatedMinutes: 1 });
    const mined = buildDrop('mined', { whyNot: reason('mining') });
    assert.equal(currentDrop(buildCampaign('c', { drops: [near, far] }))?.id, 'far');
    assert.equal(currentDrop(buildCampaign('c', { drops: [near, far, mined] }))?.id, 'mined');
  });
  it('is none where nothing is left to watch', () => {
    const drops = [buildDrop('sub', { requiredMinutes: 0 }), buildDrop('done', { claim: 'claimed' })];
    assert.equal(currentDrop(buildCampaign('c', { drops })), null);
  });
});

it('what is done counts confirmed minutes alone, and never a whole drop before it is earned', () => {
  const drops = [
    buildDrop('1', { claim: 'claimed' }),
    buildDrop('2', { confirmedMinutes: 30, estimatedMinutes: 30 }),
    buildDrop('3', { requiredMinutes: 0 }),
    buildDrop('4', { confirmedMinutes: null }),
  ];
  assert.equal(doneShare(buildCampaign('c', { drops })), 1.5 / 4);
  assert.equal(doneShare(buildCampaign('c', { drops: [] })), 0);
});

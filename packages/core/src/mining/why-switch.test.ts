import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { campaignId } from '@dropwise/kit';
import { buildCampaign, buildDrop, buildSettings, noon } from '../drops/testing/build.ts';
import type { Bid, Standing } from '../planning/plan.ts';
import type { Wish } from '../planning/wish.ts';
import { createMinerState, type MinerState } from './state.ts';
import { whySwitch } from './why-switch.ts';

const [from, to] = [campaignId('from'), campaignId('to')];

/** What a minute brings, as minutes for a drop, and the time to spare. */
function bid(campaign: typeof from, minutesADrop: number, slackMinutes: number, standing: Standing = 'pays'): Bid {
  return { campaignId: campaign, standing, worthPerMinute: 1 / minutesADrop, slackMinutes };
}

function stateOf(bids: readonly Bid[], wishes: Readonly<Record<string, Wish>> = {}): MinerState {
  const campaigns = [
    buildCampaign('from', { drops: [buildDrop('from-1')] }),
    buildCampaign('to', { drops: [buildDrop('to-1')] }),
  ];
  const settings = buildSettings({ wishes: { games: {}, campaigns: wishes, drops: {} } });
  return {
    ...createMinerState(settings),
    campaigns: Object.fromEntries(campaigns.map((campaign) => [campaign.id, campaign])),
    plan: {
      madeAt: noon,
      until: noon,
      slots: [],
      order: bids.map((each) => each.campaignId),
      bids,
      price: { must: 0, want: 0, fill: 0 },
      forecasts: [],
    },
  };
}

describe('why one campaign is left for another', () => {
  const cases: [string, MinerState, string][] = [
    [
      'the other has less time to spare',
      stateOf([bid(to, 120, 20), bid(from, 60, 1_800)]),
      'Campaign to has 20 min to spare, and Campaign from has 30 h.',
    ],
    [
      'the other brings more',
      stateOf([bid(to, 30, 1_800), bid(from, 240, 90)]),
      'Campaign to brings a drop for 30 min of watching, and Campaign from for 4 h.',
    ],
    [
      'the other brings more and has less time',
      stateOf([bid(to, 30, -5), bid(from, 60, 9_000)]),
      'Campaign to brings a drop for 30 min of watching, and Campaign from for 60 min; it has no time to spare, and Campaign from has 6 days.',
    ],
    [
      'the other is wanted more',
      stateOf([bid(to, 60, 20), bid(from, 60, 20)], { to: 'must' }),
      'Campaign to is a must, and Campaign from is a want.',
    ],
    ['this one is lost', stateOf([bid(to, 60, 20)]), 'Campaign from can no longer be finished.'],
    [
      'this one only fills',
      stateOf([bid(to, 60, 20), bid(from, 600, 20, 'fills')]),
      'Campaign from brings less than a minute is worth: it fills what is left over.',
    ],
    [
      'this one would be cut short',
      stateOf([bid(to, 60, 20), bid(from, 30, 20, 'cut-short')]),
      'Campaign from would have to be left again before its next drop is finished.',
    ],
    [
      'this one would harm others',
      stateOf([bid(to, 60, 20), bid(from, 30, 20, 'harms')]),
      'Campaign from would take minutes that others need to be finished in time.',
    ],
    ['the other is all there is', stateOf([bid(from, 60, 20)]), 'Campaign to is what can be watched now.'],
  ];
  for (const [name, state, expected] of cases)
    it(name, () => assert.equal(whySwitch(state, from, to, noon).sentence, expected));

  it('is a sentence also where nothing is known of either', () => {
    assert.match(whySwitch({ ...stateOf([]), campaigns: {}, plan: null }, from, to, noon).sentence, /^\S.*\.$/);
  });
});

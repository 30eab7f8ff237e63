import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { campaignId, dropId } from '@dropwise/kit';
import { buildCampaign, buildDrop, buildSettings, hourMs, noon } from '../drops/testing/build.ts';
import type { Forecast, Plan } from '../planning/plan.ts';
import type { Wish } from '../planning/wish.ts';
import { createMinerState, type MinerState } from './state.ts';
import { whySwitch } from './why-switch.ts';

const [from, to] = [campaignId('from'), campaignId('to')];
const onTrack = (slackMinutes: number): Forecast => ({ kind: 'onTrack', finishesAt: noon + hourMs, slackMinutes });
const atRisk: Forecast = { kind: 'atRisk', finishesAt: null, slackMinutes: 0, chance: 0.5 };
const givenUp: Forecast = { kind: 'givenUp', forCampaignIds: [to] };
const impossible: Forecast = { kind: 'impossible', why: 'too-late', missingMinutes: 5 };

interface Case {
  readonly forecasts: readonly [from: Forecast, to: Forecast];
  readonly wishes?: Readonly<Record<string, Wish>>;
  /** When the other one ends, in hours. */
  readonly toHours?: number;
}

function stateOf({ forecasts, wishes = {}, toHours = 2 }: Case): MinerState {
  const campaigns = [
    buildCampaign('from', { drops: [buildDrop('from-1')] }),
    buildCampaign('to', { drops: [buildDrop('to-1')], endsAt: noon + toHours * hourMs }),
  ];
  const plan: Plan = {
    madeAt: noon,
    until: noon,
    slots: [],
    order: [to, from],
    price: { must: 0, want: 0, fill: 0 },
    forecasts: [
      { campaignId: from, dropId: dropId('from-1'), forecast: forecasts[0] },
      { campaignId: to, dropId: dropId('to-1'), forecast: forecasts[1] },
    ],
  };
  const settings = buildSettings({ wishes: { games: {}, campaigns: wishes, drops: {} } });
  const byId = Object.fromEntries(campaigns.map((campaign) => [campaign.id, campaign]));
  return { ...createMinerState(settings), campaigns: byId, plan };
}

describe('why one campaign is left for another', () => {
  const cases: [string, Case, string][] = [
    [
      'the other closes, and this one has time',
      { forecasts: [onTrack(1_800), onTrack(20)] },
      'Campaign to closes in 2 h and can still be finished; Campaign from has 30 h to spare.',
    ],
    [
      'the other is wanted more',
      { forecasts: [onTrack(30), onTrack(20)], wishes: { to: 'must' } },
      'Campaign to is a must, and Campaign from is a want.',
    ],
    [
      'the other is dearer, and this one can wait',
      { forecasts: [onTrack(30), onTrack(20)], toHours: 99 },
      'Campaign to brings more for each minute, and Campaign from can wait.',
    ],
    [
      'both cannot be had',
      { forecasts: [givenUp, onTrack(20)] },
      'There is not time for both, and Campaign to brings more for its minutes.',
    ],
    ['this one is lost', { forecasts: [impossible, onTrack(20)] }, 'Campaign from can no longer be finished.'],
    [
      'this one waits without time to spare',
      { forecasts: [atRisk, onTrack(20)] },
      'Campaign to brings more for each minute.',
    ],
  ];
  for (const [name, given, expected] of cases) {
    it(name, () => assert.equal(whySwitch(stateOf(given), from, to, noon), expected));
  }

  it('is a sentence also where nothing is known of either', () => {
    const state = { ...stateOf({ forecasts: [atRisk, atRisk] }), campaigns: {}, plan: null };
    assert.match(whySwitch(state, from, to, noon), /^\S.*\.$/);
  });
});

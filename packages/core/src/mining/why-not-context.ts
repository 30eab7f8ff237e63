import { dropsOpen } from '../drops/eligibility.ts';
import { planViewOf } from '../drops/given-up.ts';
import type { WhyNotContext } from '../drops/why-not.ts';
import { isPaused } from '../planning/pauses.ts';
import { isLeftAlone } from './candidates.ts';
import type { MinerState } from './state.ts';

/** What `whyNotDrop` and `whyNotCampaign` need to know of the state. */
export function whyNotContext(state: MinerState, now: number): WhyNotContext {
  const { watching } = state;
  const campaign = watching?.campaignId == null ? undefined : state.campaigns[watching.campaignId];
  return {
    now,
    settings: state.settings,
    wantedGameIds: state.wantedGameIds,
    watching: watching && {
      channelId: watching.channelId,
      campaignId: watching.campaignId,
      dropId: (campaign && dropsOpen(campaign, state.settings, now)[0]?.id) ?? null,
    },
    channels: Object.values(state.channels),
    paused: isPaused(state.settings, now),
    plan: state.plan === null ? null : planViewOf(state.plan, state.campaigns),
    uncounted: new Set(
      Object.values(state.campaigns)
        .filter(({ id }) => isLeftAlone(state, id, now))
        .map(({ id }) => id),
    ),
    quarantined: new Set(
      Object.values(state.quarantine)
        .filter(({ what }) => what === 'campaign')
        .map(({ id }) => id),
    ),
  };
}

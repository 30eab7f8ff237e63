import type { CampaignId } from '@dropwise/kit';
import type { Channel } from '../channels/channel.ts';
import { bestCampaignOn, type ChoiceContext } from '../channels/choose-channel.ts';
import type { Campaign } from '../drops/campaign.ts';
import { isCampaignOpen } from '../drops/eligibility.ts';
import type { MinerState } from './state.ts';

/**
 * Campaigns that may be worked on: all but those set aside. Where nothing else is left, linked ones that were not counted
 * are tried again rather than nothing.
 */
export function workableCampaigns(state: MinerState, now: number): readonly Campaign[] {
  const all = Object.values(state.campaigns);
  const sound =
    Object.keys(state.quarantine).length === 0
      ? all
      : all.filter((campaign) => state.quarantine[`campaign:${campaign.id}`] === undefined);
  if (Object.keys(state.uncounted).length === 0) return sound;
  const counted = sound.filter((campaign) => !isLeftAlone(state, campaign.id, now));
  if (counted.some((campaign) => isCampaignOpen(campaign, state.settings, now))) return counted;
  return sound.filter((campaign) => campaign.linked === 'linked' || !isLeftAlone(state, campaign.id, now));
}

/** Whether a campaign rests because its minutes were not counted. */
export function isLeftAlone(state: MinerState, campaignId: Campaign['id'], now: number): boolean {
  return (state.uncounted[campaignId]?.until ?? 0) > now;
}

/** The order that the plan gives; null = games decide. */
export function planOrder({ settings, plan }: MinerState): readonly CampaignId[] | null {
  return settings.mode === 'plan' && plan !== null ? plan.order : null;
}

export function choiceContext(state: MinerState, now: number): ChoiceContext {
  return {
    now,
    settings: state.settings,
    campaigns: workableCampaigns(state, now),
    wantedGameIds: state.wantedGameIds,
    order: planOrder(state),
    creditingId: state.watching?.campaignId ?? null,
  };
}

/** The campaign that Twitch should credit on this channel; null = none. */
export function creditedCampaign(state: MinerState, channel: Channel, now: number): Campaign | null {
  return bestCampaignOn(channel, choiceContext(state, now));
}

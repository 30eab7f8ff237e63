import type { Channel } from '../channels/channel.ts';
import { bestCampaignOn, type ChoiceContext } from '../channels/choose-channel.ts';
import type { Campaign } from '../drops/campaign.ts';
import type { MinerState } from './state.ts';

/** Campaigns that may be worked on: all but those set aside. */
export function workableCampaigns(state: MinerState): readonly Campaign[] {
  const all = Object.values(state.campaigns);
  if (Object.keys(state.quarantine).length === 0) return all;
  return all.filter((campaign) => state.quarantine[`campaign:${campaign.id}`] === undefined);
}

export function choiceContext(state: MinerState, now: number): ChoiceContext {
  return {
    now,
    settings: state.settings,
    campaigns: workableCampaigns(state),
    wantedGameIds: state.wantedGameIds,
  };
}

/** The campaign that Twitch should credit on this channel; null = none. */
export function creditedCampaign(state: MinerState, channel: Channel, now: number): Campaign | null {
  return bestCampaignOn(channel, choiceContext(state, now));
}

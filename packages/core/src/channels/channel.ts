import type { BroadcastId, CampaignId, ChannelId } from '@dropwise/kit';
import type { Game } from '../drops/campaign.ts';

export interface Stream {
  readonly broadcastId: BroadcastId;
  /** Null = live without a category. */
  readonly game: Game | null;
  readonly viewers: number;
  readonly title: string;
}

export interface Channel {
  readonly id: ChannelId;
  readonly login: string;
  readonly displayName: string;
  /** Null = offline. */
  readonly stream: Stream | null;
  /** On the allow list of at least one wanted campaign. */
  readonly allowListed: boolean;
  /** Campaigns that `AvailableDrops` named on this channel; null = not asked. */
  readonly availableCampaignIds: readonly CampaignId[] | null;
  /** Not chosen before this instant: accepted watch events were not counted here. */
  readonly doubtfulUntil: number;
}

/** What one look at a channel said. */
export interface ChannelReport {
  readonly id: ChannelId;
  readonly login: string;
  readonly displayName: string;
  readonly stream: Stream | null;
}

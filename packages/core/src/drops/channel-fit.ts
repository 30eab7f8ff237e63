import type { Channel } from '../channels/channel.ts';
import { type Campaign, specialGameIds } from './campaign.ts';

/** On the campaign's allow list; false when it has none. */
export function isAllowListed(campaign: Campaign, channel: Channel): boolean {
  return campaign.allowList?.some((allowed) => allowed.id === channel.id) ?? false;
}

/**
 * Whether a minute on the channel can count for the campaign, the campaign's own state aside: the channel is live,
 * on the allow list if there is one, and plays the campaign's game; Special Events and IRL count on any game. Where
 * `AvailableDrops` named campaigns on the channel, an open one must be among them. Protocol 6.2, 6.4.
 */
export function fitsChannel(campaign: Campaign, channel: Channel): boolean {
  if (channel.stream === null) return false;
  if (channel.stream.game?.id !== campaign.game.id && !specialGameIds.includes(campaign.game.id)) return false;
  if (campaign.allowList !== null) return isAllowListed(campaign, channel);
  const named = channel.availableCampaignIds;
  return named === null || named.length === 0 || named.includes(campaign.id);
}

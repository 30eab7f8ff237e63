import type { ChannelId } from '@dropwise/kit';
import type { Channel } from '../channels/channel.ts';
import type { Campaign } from '../drops/campaign.ts';
import { fitsChannel } from '../drops/channel-fit.ts';

/**
 * Names the line that a campaign stands in: those that cannot be told apart by choosing a channel, because Twitch credits
 * them in its own order. Open campaigns of one game are one line; allow-listed ones are where the same channels stream
 * them now. Null = it is alone, or nobody streams it. Protocol 5.4.
 */
export function lineReader(channels: readonly Channel[]): (campaign: Campaign) => string | null {
  const live = new Map<ChannelId, Channel>();
  for (const channel of channels) if (channel.stream !== null) live.set(channel.id, channel);
  return (campaign) => {
    if (campaign.allowList === null) return campaign.game.id;
    const ids: ChannelId[] = [];
    for (const { id } of campaign.allowList) {
      const channel = live.get(id);
      if (channel !== undefined && fitsChannel(campaign, channel)) ids.push(id);
    }
    return ids.length === 0 ? null : `${campaign.game.id} ${[...new Set(ids)].sort().join(' ')}`;
  };
}

import { type CampaignId, type ChannelId, campaignId, channelId, succeed } from '@dropwise/kit';
import * as v from 'valibot';
import { idField } from '../../parsing/fields.ts';
import { type Rejected, readEach, readShape } from '../../parsing/lenient-list.ts';
import { defineOperation } from '../operation.ts';
import { readCampaign, type TwitchCampaign } from '../shapes/campaign.ts';

/** What a channel offers its viewers now; null = no such channel. */
export type AvailableDrops = {
  readonly channelId: ChannelId;
  /** Of every entry that has an id, readable or not otherwise. */
  readonly campaignIds: readonly CampaignId[];
  readonly campaigns: readonly TwitchCampaign[];
  readonly rejected: readonly Rejected[];
} | null;

const schema = v.object({
  channel: v.nullable(v.object({ id: idField(channelId), viewerDropCampaigns: v.nullish(v.array(v.unknown()), []) })),
});
const entrySchema = v.object({ id: idField(campaignId) });

/** Protocol 3.14. */
export const availableDrops = defineOperation<{ channelId: ChannelId }, AvailableDrops>({
  name: 'DropsHighlightService_AvailableDrops',
  variables: ({ channelId: id }) => ({ channelID: id }),
  read(data) {
    const parsed = readShape(schema, data, 'data');
    if (!parsed.ok) return parsed;
    const { channel } = parsed.value;
    if (channel === null) return succeed(null);
    const at = 'data.channel.viewerDropCampaigns';
    const ids = readEach(channel.viewerDropCampaigns, at, (entry, path) => readShape(entrySchema, entry, path));
    const campaigns = readEach(channel.viewerDropCampaigns, at, readCampaign);
    return succeed({
      channelId: channel.id,
      campaignIds: ids.items.map(({ id }) => id),
      campaigns: campaigns.items,
      rejected: campaigns.rejected,
    });
  },
});

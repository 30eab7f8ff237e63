import { type CampaignId, succeed, type UserId } from '@dropwise/kit';
import * as v from 'valibot';
import { type Rejected, readShape } from '../../parsing/lenient-list.ts';
import { defineOperation } from '../operation.ts';
import { readCampaign, type TwitchCampaign } from '../shapes/campaign.ts';

export interface CampaignDetails {
  /** Null: Twitch shows this client nothing under the id. */
  readonly campaign: TwitchCampaign | null;
  /** Drops and channels that could not be read. */
  readonly rejected: readonly Rejected[];
}

const schema = v.object({ user: v.nullable(v.object({ dropCampaign: v.nullish(v.unknown()) })) });

/** `channelLogin` takes the account's own user id, despite its name. Protocol 3.4, 3.8. */
export const campaignDetails = defineOperation<{ userId: UserId; campaignId: CampaignId }, CampaignDetails>({
  name: 'DropCampaignDetails',
  variables: ({ userId, campaignId }) => ({ channelLogin: userId, dropID: campaignId }),
  read(data) {
    const parsed = readShape(schema, data, 'data');
    if (!parsed.ok) return parsed;
    const raw = parsed.value.user?.dropCampaign ?? null;
    if (raw === null) return succeed({ campaign: null, rejected: [] });
    const rejected: Rejected[] = [];
    const campaign = readCampaign(raw, 'data.user.dropCampaign', (inner) => rejected.push(inner));
    return campaign.ok ? succeed({ campaign: campaign.value, rejected }) : campaign;
  },
});

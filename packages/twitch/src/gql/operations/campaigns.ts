import { succeed } from '@dropwise/kit';
import * as v from 'valibot';
import { type Rejected, readEach, readShape } from '../../parsing/lenient-list.ts';
import { defineOperation } from '../operation.ts';
import { readCampaign, type TwitchCampaign } from '../shapes/campaign.ts';

/** `null` means "not allowed to see" (protocol 0.2, 3.7), which is not the same as an empty list. */
export type CampaignList =
  | { readonly catalogue: 'null' }
  | {
      readonly catalogue: 'listed';
      readonly campaigns: readonly TwitchCampaign[];
      readonly rejected: readonly Rejected[];
    };

const schema = v.object({ currentUser: v.object({ dropCampaigns: v.nullable(v.array(v.unknown())) }) });

/** Every campaign that Twitch lists for this client. Protocol 3.7. */
export const campaigns = defineOperation<void, CampaignList>({
  name: 'ViewerDropsDashboard',
  variables: () => ({ fetchRewardCampaigns: false }),
  read(data) {
    const parsed = readShape(schema, data, 'data');
    if (!parsed.ok) return parsed;
    const list = parsed.value.currentUser.dropCampaigns;
    if (list === null) return succeed({ catalogue: 'null' });
    const { items, rejected } = readEach(list, 'data.currentUser.dropCampaigns', readCampaign);
    return succeed({ catalogue: 'listed', campaigns: items, rejected });
  },
});

import { type BenefitId, benefitId, succeed } from '@dropwise/kit';
import * as v from 'valibot';
import { idField, instant, nullishUrl } from '../../parsing/fields.ts';
import { type Rejected, readEach, readShape } from '../../parsing/lenient-list.ts';
import { defineOperation } from '../operation.ts';
import { readCampaign, type TwitchCampaign } from '../shapes/campaign.ts';

/** What the account has in progress and has been given. */
export interface Inventory {
  readonly campaigns: readonly TwitchCampaign[];
  readonly awards: readonly TwitchAward[];
  readonly rejected: readonly Rejected[];
}

/** An entry of `gameEventDrops`. */
export interface TwitchAward {
  readonly benefitId: BenefitId;
  readonly lastAwardedAt: number;
  /** Whether the account that the reward needs is linked; null where not told. */
  readonly connected: boolean | null;
  readonly requiredLinkUrl: string | null;
}

const schema = v.object({
  currentUser: v.object({
    inventory: v.object({
      dropCampaignsInProgress: v.nullish(v.array(v.unknown()), []),
      gameEventDrops: v.nullish(v.array(v.unknown()), []),
    }),
  }),
});

const awardSchema = v.object({
  id: idField(benefitId),
  lastAwardedAt: instant,
  isConnected: v.nullish(v.boolean()),
  requiredAccountLink: nullishUrl,
});

/** Protocol 3.6. */
export const inventory = defineOperation<void, Inventory>({
  name: 'Inventory',
  variables: () => ({ fetchRewardCampaigns: false }),
  read(data) {
    const parsed = readShape(schema, data, 'data');
    if (!parsed.ok) return parsed;
    const { dropCampaignsInProgress, gameEventDrops } = parsed.value.currentUser.inventory;
    const at = 'data.currentUser.inventory';
    const campaigns = readEach(dropCampaignsInProgress, `${at}.dropCampaignsInProgress`, readCampaign);
    const awards = readEach(gameEventDrops, `${at}.gameEventDrops`, (award, path) =>
      readShape(awardSchema, award, path),
    );
    return succeed({
      campaigns: campaigns.items,
      awards: awards.items.map((award) => ({
        benefitId: award.id,
        lastAwardedAt: award.lastAwardedAt,
        connected: award.isConnected ?? null,
        requiredLinkUrl: award.requiredAccountLink ?? null,
      })),
      rejected: [...campaigns.rejected, ...awards.rejected],
    });
  },
});

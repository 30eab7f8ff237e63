import type { BenefitId, CampaignId, DropId, DropInstanceId } from '@dropwise/kit';
import type { AllowedChannel, Benefit, CampaignSource, Game } from './campaign.ts';

/** What one source said of a campaign. `undefined` = this source does not carry the field. */
export interface CampaignReport {
  readonly source: CampaignSource;
  readonly id: CampaignId;
  readonly name: string;
  /** Null on real data now and then: such a campaign cannot be mined. */
  readonly game: Game | null;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly expired: boolean;
  readonly linked: boolean | undefined;
  readonly linkUrl: string | null | undefined;
  readonly detailsUrl: string | null | undefined;
  readonly imageUrl: string | null | undefined;
  readonly allowList: readonly AllowedChannel[] | null | undefined;
  readonly drops: readonly DropReport[] | undefined;
}

export interface DropReport {
  readonly id: DropId;
  readonly name: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly requiredMinutes: number;
  readonly requiredSubs: number;
  readonly preconditionIds: readonly DropId[];
  readonly benefits: readonly Benefit[];
  /** The account's own edge; null where the source carries none. */
  readonly self: {
    readonly minutes: number;
    readonly claimed: boolean;
    readonly instanceId: DropInstanceId | null;
  } | null;
}

/** Benefit id → when it was last awarded (epoch ms), from `gameEventDrops`. Protocol 3.6. */
export type ClaimedBenefits = Readonly<Record<BenefitId, number>>;

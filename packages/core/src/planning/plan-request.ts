import type { CampaignId } from '@dropwise/kit';
import type { Campaign } from '../drops/campaign.ts';
import type { WhyNotCode } from '../drops/why-not-reasons.ts';
import type { PlanGoal, Tier, Wish } from './wish.ts';

/** How far ahead a plan reaches. */
export const planHorizonMs = 14 * 24 * 3_600_000;

/** [startsAt, endsAt), epoch ms. */
export interface Span {
  readonly startsAt: number;
  readonly endsAt: number;
}

/** Everything a plan is made from. The same request gives the same plan. */
export interface PlanRequest {
  /** Epoch ms. */
  readonly now: number;
  readonly campaigns: readonly PlanCampaign[];
  /** The campaign that is being credited; null = none. Left for another only when that gains something. */
  readonly watchingId: CampaignId | null;
  /** When nothing is mined: ascending, disjoint. */
  readonly pauses: readonly Span[];
  readonly goal: PlanGoal;
  readonly price: Price;
}

export interface PlanCampaign {
  readonly campaign: Campaign;
  /** The owner's wish for each drop, in the campaign's order. */
  readonly wishes: readonly Wish[];
  /** Why a drop cannot be earned whatever is watched (subscription only, not linked, …), in the campaign's order; null = it can. */
  readonly blocks: readonly (WhyNotCode | null)[];
  readonly supply: Supply;
  /**
   * Campaigns of one line cannot be told apart on a channel: Twitch credits the one it is crediting, then the one that
   * ends first. Null = it can be chosen by choosing a channel. Protocol 5.4.
   */
  readonly line: string | null;
}

/** When somebody streams what the campaign counts on. */
export type Supply =
  | { readonly kind: 'always' }
  | {
      readonly kind: 'chance';
      /** Whether it can be watched at this moment. */
      readonly liveNow: boolean;
      /** Chance (0 to 1) that it can be watched, for each hour from now; the last one holds for the rest. Not empty. */
      readonly hourly: ArrayLike<number>;
    };

/**
 * What a minute brings elsewhere, in drops a minute, for the minutes of each tier: the density at which what the tier
 * and those above it ask for fills the account's time; `highestPrice` when those above fill it alone. With the goal
 * `campaigns` in campaigns a minute.
 */
export type Price = Readonly<Record<Tier, number>>;

import type { CampaignId, DropId } from '@dropwise/kit';
import type { WhyNotCode } from '../drops/why-not-reasons.ts';
import type { Price } from './plan-request.ts';

export interface Plan {
  /** Epoch ms. */
  readonly madeAt: number;
  /** The plan says nothing about later. */
  readonly until: number;
  /** What is watched when: ascending, never two at once. Only when it can more likely be watched than not. */
  readonly slots: readonly PlanSlot[];
  /** Every drop that is not yet earned, in the order of the request. */
  readonly forecasts: readonly DropForecast[];
  /**
   * Campaigns that are open and worth a minute now, best first, whether or not somebody is live: the one to watch is the
   * first that can be watched.
   */
  readonly order: readonly CampaignId[];
  /** What put each campaign of the order where it stands. */
  readonly bids: readonly Bid[];
  readonly price: Price;
}

/** What speaks for watching a campaign now. */
export interface Bid {
  readonly campaignId: CampaignId;
  readonly standing: Standing;
  /** Drops (by the goal, campaigns) that a minute brings on the way to what is worth most. */
  readonly worthPerMinute: number;
  /** Minutes to spare for that; below zero where more is needed than can be expected to be watchable. */
  readonly slackMinutes: number;
}

/**
 * `pays`: a drop can be finished before anything promised needs the time. `cut-short`: it would have to be left before
 * that. `fills`: it brings less than its minutes cost. `harms`: its minutes are promised to others.
 */
export type Standing = 'pays' | 'cut-short' | 'fills' | 'harms';
export const standings: readonly Standing[] = ['pays', 'cut-short', 'fills', 'harms'];

export interface PlanSlot {
  readonly campaignId: CampaignId;
  readonly startsAt: number;
  readonly endsAt: number;
  /** Drops that are finished in it, first one first. */
  readonly finishes: readonly DropId[];
}

export interface DropForecast {
  readonly campaignId: CampaignId;
  readonly dropId: DropId;
  readonly forecast: Forecast;
}

export type Forecast =
  /** Finishes with time to spare. */
  | { readonly kind: 'onTrack'; readonly finishesAt: number; readonly slackMinutes: number }
  /** Can be done, but little may go wrong; `finishesAt` is null where it waits for somebody to stream. */
  | {
      readonly kind: 'atRisk';
      readonly finishesAt: number | null;
      readonly slackMinutes: number;
      readonly chance: number;
    }
  /** Not finished when the plan ends, but its own end lies beyond that, and there is time after it. */
  | { readonly kind: 'later'; readonly neededMinutes: number }
  /** Its time goes to these campaigns, those that take most of it first; none = kept free for what is likely to come. */
  | { readonly kind: 'givenUp'; readonly forCampaignIds: readonly CampaignId[] }
  /** Nothing that is watched can finish it. `missingMinutes` where time is what is lacking. */
  | { readonly kind: 'impossible'; readonly why: WhyNotCode; readonly missingMinutes: number };

import type { CampaignId, ChannelId, DropId } from '@dropwise/kit';
import type { ConfirmationSource, Linked } from '../drops/campaign.ts';
import type { ReasonCode } from '../health/reason-codes.ts';
import type { Tier } from '../planning/wish.ts';
import type { Said } from '../sayings/saying.ts';
import type { SignInFailure } from './input.ts';
import type { IdleReason } from './state.ts';

/** A drop as facts name it. */
export interface DropName {
  readonly dropId: DropId;
  readonly dropName: string;
  readonly campaignId: CampaignId;
  readonly campaignName: string;
  readonly gameName: string;
}

/** Everything worth remembering. Facts are what is logged, shown, stored and told. */
export type Fact =
  | {
      readonly kind: 'deviceCodeIssued';
      readonly userCode: string;
      readonly verificationUri: string;
      readonly expiresAt: number;
    }
  | { readonly kind: 'signedIn'; readonly userId: string; readonly login: string }
  | { readonly kind: 'signInFailed'; readonly reason: SignInFailure; readonly detail: string; readonly retryAt: number }
  | { readonly kind: 'sessionRevoked'; readonly detail: string }
  /** The owner asked for it. */
  | { readonly kind: 'signedOut'; readonly login: string }
  | {
      readonly kind: 'campaignsDiscovered';
      readonly count: number;
      readonly active: number;
      readonly upcoming: number;
      readonly bySource: Readonly<Record<string, number>>;
    }
  | {
      readonly kind: 'campaignAppeared';
      readonly campaignId: CampaignId;
      readonly campaignName: string;
      readonly gameName: string;
      readonly startsAt: number;
      readonly endsAt: number;
    }
  /** What the plan holds now: drops by forecast. Told when it differs from what was told last. */
  | {
      readonly kind: 'planMade';
      readonly onTrack: number;
      readonly atRisk: number;
      readonly givenUp: number;
      /** Those that a setting or the calendar could have made possible. */
      readonly impossible: number;
      readonly plannedMinutes: number;
      /** The campaign that is watched first; null = none is to be watched. */
      readonly nextCampaignId: CampaignId | null;
      readonly nextCampaignName: string | null;
      readonly nextStartsAt: number | null;
    }
  /** A campaign that still counts is left for another, because the plan gains by it. `why` is a sentence, `said` the same for other languages. */
  | {
      readonly kind: 'planSwitched';
      readonly fromCampaignId: CampaignId;
      readonly fromCampaignName: string;
      readonly toCampaignId: CampaignId;
      readonly toCampaignName: string;
      readonly why: string;
      readonly said: Said;
    }
  /** A drop that the owner named is not planned for any more. Told once for a drop. */
  | ({
      readonly kind: 'dropGivenUp';
      readonly wish: Tier;
      /** What gets its time; empty = kept free for what is likely to come. */
      readonly forCampaignNames: readonly string[];
    } & DropName)
  | { readonly kind: 'channelsFound'; readonly live: number; readonly total: number }
  | {
      readonly kind: 'channelChosen';
      readonly channelId: ChannelId;
      readonly login: string;
      readonly game: string | null;
      readonly campaignName: string | null;
      readonly why: string;
      readonly transport: string;
    }
  | { readonly kind: 'channelLeft'; readonly channelId: ChannelId; readonly login: string; readonly why: string }
  | {
      readonly kind: 'channelWentLive';
      readonly channelId: ChannelId;
      readonly login: string;
      readonly game: string | null;
    }
  | { readonly kind: 'channelWentOffline'; readonly channelId: ChannelId; readonly login: string }
  | { readonly kind: 'becameIdle'; readonly why: IdleReason }
  | ({
      readonly kind: 'minuteConfirmed';
      readonly minutes: number;
      readonly requiredMinutes: number;
      readonly gainedMinutes: number;
      readonly by: ConfirmationSource;
    } & DropName)
  | ({ readonly kind: 'minuteEstimated'; readonly estimatedMinutes: number } & DropName)
  | ({
      readonly kind: 'progressContradicted';
      readonly confirmedMinutes: number;
      readonly reportedMinutes: number;
      readonly by: ConfirmationSource;
      readonly accepted: boolean;
    } & DropName)
  | ({ readonly kind: 'dropBecameClaimable' } & DropName)
  | ({
      readonly kind: 'dropClaimed';
      readonly benefitNames: readonly string[];
      readonly attempts: number;
      readonly by: 'claim' | 'inventory';
    } & DropName)
  | ({
      readonly kind: 'claimFailed';
      readonly attempts: number;
      readonly detail: string;
      readonly retryAt: number;
    } & DropName)
  | ({ readonly kind: 'claimHandedOver'; readonly link: string } & DropName)
  | ({ readonly kind: 'claimExpired' } & DropName)
  | { readonly kind: 'transportChanged'; readonly from: string; readonly to: string; readonly why: string }
  | { readonly kind: 'transportProved'; readonly transport: string }
  | {
      readonly kind: 'reasonRaised';
      readonly code: ReasonCode;
      readonly sentence: string;
      readonly todo: string;
      readonly detail: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'reasonCleared'; readonly code: ReasonCode; readonly lastedMs: number }
  | {
      readonly kind: 'itemQuarantined';
      readonly what: string;
      readonly id: string;
      readonly name: string;
      readonly problem: string;
      readonly retryAt: number;
    }
  | { readonly kind: 'itemReleased'; readonly what: string; readonly id: string; readonly name: string }
  | { readonly kind: 'inputRejected'; readonly input: string; readonly problem: string }
  | {
      readonly kind: 'campaignRested';
      readonly campaignId: CampaignId;
      readonly campaignName: string;
      readonly gameName: string;
      readonly linked: Linked;
      readonly until: number;
    }
  | { readonly kind: 'manualStarted'; readonly login: string }
  | { readonly kind: 'manualEnded'; readonly why: string }
  | { readonly kind: 'stopped'; readonly claimed: number; readonly confirmedMinutes: number };

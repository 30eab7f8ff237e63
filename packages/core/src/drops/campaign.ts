import type { BenefitId, CampaignId, ChannelId, DropId, DropInstanceId, GameId } from '@dropwise/kit';

export interface Game {
  readonly id: GameId;
  /** Display name; lists in the settings are compared with it. */
  readonly name: string;
  readonly slug: string;
  readonly boxArtUrl: string | null;
}

/** `UNKNOWN` stands for every distribution type that Twitch adds without telling. */
export type BenefitKind = 'DIRECT_ENTITLEMENT' | 'BADGE' | 'EMOTE' | 'CODE' | 'UNKNOWN';
export const benefitKinds: readonly BenefitKind[] = ['DIRECT_ENTITLEMENT', 'BADGE', 'EMOTE', 'CODE', 'UNKNOWN'];

export interface Benefit {
  readonly id: BenefitId;
  readonly name: string;
  readonly kind: BenefitKind;
  readonly imageUrl: string | null;
}

/** Where minutes were confirmed. */
export type ConfirmationSource = 'socket' | 'current-session' | 'inventory' | 'claim';

/** What Twitch said and what we think, never mixed: only `confirmedMinutes` may be called earned. */
export interface Progress {
  readonly confirmedMinutes: number;
  readonly confirmedAt: number | null;
  readonly confirmedBy: ConfirmationSource | null;
  /** Minutes believed on top of the confirmed ones. Back to 0 with every confirmation. */
  readonly estimatedMinutes: number;
}

export type Claim =
  | { readonly kind: 'unclaimed' }
  | { readonly kind: 'ready'; readonly instanceId: DropInstanceId; readonly readyAt: number }
  /** Twitch refused the claim on integrity grounds; the owner has to press the button. */
  | {
      readonly kind: 'byHand';
      readonly instanceId: DropInstanceId | null;
      readonly since: number;
      readonly link: string;
    }
  /** `inferred`: only past awards of its benefits speak for it (protocol 3.6); Twitch may yet say otherwise. */
  | { readonly kind: 'claimed'; readonly at: number; readonly inferred?: true };

export interface Drop {
  readonly id: DropId;
  readonly name: string;
  /** Earnable in [startsAt, endsAt), epoch ms. */
  readonly startsAt: number;
  readonly endsAt: number;
  /** 0 = by subscription only: never mined. */
  readonly requiredMinutes: number;
  readonly requiredSubs: number;
  /** All must be claimed first. */
  readonly preconditionIds: readonly DropId[];
  readonly benefits: readonly Benefit[];
  readonly progress: Progress;
  readonly claim: Claim;
}

export interface AllowedChannel {
  readonly id: ChannelId;
  readonly login: string;
}

export type CampaignSource = 'inventory' | 'dashboard' | 'details' | 'available-drops' | 'catalogue';

/** `unknown` for campaigns that only sources without an account have shown. */
export type Linked = 'linked' | 'unlinked' | 'unknown';

export interface Campaign {
  readonly id: CampaignId;
  readonly name: string;
  readonly game: Game;
  /** Active in [startsAt, endsAt), epoch ms. */
  readonly startsAt: number;
  readonly endsAt: number;
  /** Twitch said `EXPIRED`, whatever the dates say. */
  readonly expired: boolean;
  readonly linked: Linked;
  readonly linkUrl: string | null;
  readonly detailsUrl: string | null;
  readonly imageUrl: string | null;
  /** Null = any channel of the game. */
  readonly allowList: readonly AllowedChannel[] | null;
  readonly drops: readonly Drop[];
  /** Every source that has shown it, most trusted first. */
  readonly sources: readonly CampaignSource[];
}

/** Claims stay possible for this long after the campaign's end. Protocol 6.2. */
export const claimGraceMs = 24 * 60 * 60_000;

/** Campaigns in these categories (Special Events, IRL) are earned whatever the channel plays. Protocol 6.2. */
export const specialGameIds: readonly string[] = ['509663', '509672'];

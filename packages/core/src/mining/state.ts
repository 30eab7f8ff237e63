import type { CampaignId, ChannelId, DropId, GameId, UserId } from '@dropwise/kit';
import type { Channel } from '../channels/channel.ts';
import { noSightings, type Sightings } from '../channels/sightings.ts';
import type { Campaign } from '../drops/campaign.ts';
import type { ClaimedBenefits } from '../drops/report.ts';
import type { ReasonCode } from '../health/reason-codes.ts';
import type { Plan } from '../planning/plan.ts';
import type { PriceMemory } from '../planning/price.ts';
import type { MiningSettings } from './settings.ts';

/**
 * What the miner is doing. After protocol 6.1; the stages without a wait of their own pass within one step.
 *
 *                     signedIn                    (waits for Twitch)
 *     signedOut ───────────────► inventoryFetch ──────────────┐
 *        ▲                          ▲   ▲                     ▼
 *        │ sessionRevoked           │   │ reload, peek,    gamesUpdate ◄── settings, boundary, claim
 *        └── any state              │   │ reminder            │
 *                                   │   │                     ▼
 *                                   │   │               channelsCleanup ──► idle (nothing wanted)
 *                                   │   │                     │
 *                                   │   │                     ▼
 *                                   │   │   (waits)     channelsFetch
 *                                   │   │                     │
 *                                   │   │                     ▼
 *                                   │   └── watching ◄── channelSwitch ──► idle (nobody live)
 *                                   └────── idle ────────────▲
 *                                                            └── stream up or down, selection, not counting, a new
 *                                                                plan, paused hours ──► idle (paused)
 *     any state ── stopRequested ──► exit
 */
export type Phase =
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'inventoryFetch'; readonly requestId: number; readonly since: number; readonly depth: FetchDepth }
  | { readonly kind: 'gamesUpdate' }
  | { readonly kind: 'channelsCleanup' }
  | { readonly kind: 'channelsFetch'; readonly requestId: number; readonly since: number }
  | { readonly kind: 'channelSwitch' }
  | { readonly kind: 'watching' }
  | { readonly kind: 'idle'; readonly why: IdleReason; readonly since: number }
  | { readonly kind: 'exit' };

export type IdleReason = Extract<ReasonCode, `idle-${string}`>;

/**
 * `peek` asks for the list only, and details of what is new: cheap enough for every hour's start. `progress` asks for the
 * account's own progress and claims only: one request.
 */
export type FetchDepth = 'full' | 'peek' | 'progress';

/** A stage that something asked for; they run in this order and each runs all that follow it. */
export type Stage = 'inventoryFetch' | 'gamesUpdate' | 'channelsFetch' | 'channelSwitch';
export const stages: readonly Stage[] = ['inventoryFetch', 'gamesUpdate', 'channelsFetch', 'channelSwitch'];

export type Account =
  | { readonly kind: 'signedOut'; readonly attempt: number }
  | {
      readonly kind: 'waitingForPerson';
      readonly userCode: string;
      readonly verificationUri: string;
      readonly expiresAt: number;
      readonly attempt: number;
    }
  | { readonly kind: 'signedIn'; readonly userId: UserId; readonly login: string };

export interface Watching {
  readonly channelId: ChannelId;
  readonly since: number;
  /** The campaign that should be credited here; null when none is known to be. */
  readonly campaignId: CampaignId | null;
  readonly transport: string;
  /** Transports that went uncounted on this channel since the last confirmation. */
  readonly uncountedTransports: readonly string[];
  readonly lastBeatAt: number | null;
  /** First accepted watch event that no confirmation has followed; null = all confirmed. */
  readonly unconfirmedSince: number | null;
  readonly lastConfirmedAt: number | null;
  readonly lastSessionQueryAt: number | null;
  readonly lastCheckAt: number | null;
  /** The last report that was below what had been confirmed. */
  readonly lastReport: { readonly dropId: DropId; readonly minutes: number } | null;
  /** Minutes estimated since the last confirmation; never above `maxEstimatedMinutes`. */
  readonly estimatedMinutes: number;
  readonly lastEstimateAt: number | null;
  /** Watch events refused or undelivered in a row. */
  readonly failedBeats: number;
}

export interface FetchedPlan {
  readonly slugs: readonly string[];
  readonly logins: readonly string[];
  readonly at: number;
}

/** What is known of the ways of watching. */
export interface Transports {
  /** The one that was last confirmed to count. */
  readonly worked: { readonly name: string; readonly at: number } | null;
}

export interface ClaimAttempt {
  readonly attempts: number;
  readonly inFlight: boolean;
  readonly nextAt: number;
}

/** Something set aside so that the rest can go on. Keyed `campaign:<id>` and the like. */
export interface Quarantined {
  readonly what: 'campaign' | 'channel' | 'message';
  readonly id: string;
  readonly name: string;
  readonly problem: string;
  readonly since: number;
  readonly retryAt: number;
}

/** A campaign whose minutes were watched and not counted on whole channels. */
export interface Uncounted {
  readonly channelCount: number;
  /** Left alone until then; 0 = not yet. */
  readonly until: number;
}

/** A reason that holds now. `sources` are the operations or things that each still have it. */
export interface Condition {
  readonly since: number;
  /** When it was last found to hold. */
  readonly renewedAt: number;
  readonly sources: readonly string[];
  readonly detail: Readonly<Record<string, string>>;
}

/** What was last told of the plan. */
export interface PlanSummary {
  readonly onTrack: number;
  readonly atRisk: number;
  readonly givenUp: number;
  readonly impossible: number;
  /** The campaign of the first slot; null = nothing is to be watched. */
  readonly nextCampaignId: CampaignId | null;
}

export interface Manual {
  readonly channelId: ChannelId;
  /** Known once the channel was seen live with a game. */
  readonly gameId: GameId | null;
  readonly since: number;
}

export interface MinerState {
  readonly settings: MiningSettings;
  readonly account: Account;
  /** Whose campaigns, claims and minutes these are: the last account that was signed in. */
  readonly ownerId: UserId | null;
  readonly phase: Phase;
  /** Stages asked for while another one waits for Twitch. Never lost: the next pass begins at the earliest. */
  readonly requests: readonly Stage[];
  readonly lastRequestId: number;
  readonly campaigns: Readonly<Record<CampaignId, Campaign>>;
  readonly claimedBenefits: ClaimedBenefits;
  readonly wantedGameIds: readonly GameId[];
  /** Mode `plan` only; null = none yet, or none could be made: games are ranked by what ends first. */
  readonly plan: Plan | null;
  /** What a minute is worth to the plan; null = not learnt yet. */
  readonly price: PriceMemory | null;
  /** When allow-listed channels were seen live. */
  readonly sightings: Sightings;
  readonly planTold: PlanSummary | null;
  /** Drops of the owner's own wishes that were told as given up; forgotten with their campaign. */
  readonly givenUpTold: readonly DropId[];
  readonly channels: Readonly<Record<ChannelId, Channel>>;
  /** What the last channel fetch covered, so that a wish that asks for no more costs no requests. */
  readonly fetchedPlan: FetchedPlan | null;
  /** Games of open campaigns whose directory was empty when it was read last. */
  readonly emptyGameIds: readonly GameId[];
  /** Channel fetches in a row of which a part failed. */
  readonly channelFailures: number;
  readonly watching: Watching | null;
  readonly manual: Manual | null;
  readonly transports: Transports;
  readonly claims: Readonly<Record<DropId, ClaimAttempt>>;
  readonly quarantine: Readonly<Record<string, Quarantined>>;
  readonly uncounted: Readonly<Record<CampaignId, Uncounted>>;
  readonly conditions: Readonly<Partial<Record<ReasonCode, Condition>>>;
  readonly socket: {
    readonly connected: number;
    readonly total: number;
    readonly downSince: number | null;
    /** When it last told of the account's own drops. */
    readonly lastDropEventAt: number | null;
  };
  /** Channels whose stream was announced and not yet looked at. At most as many as are listened to. */
  readonly announced: readonly ChannelId[];
  readonly inventory: {
    readonly fetchedAt: number | null;
    readonly attemptedAt: number | null;
    readonly failures: number;
    readonly catalogue: 'unknown' | 'complete' | 'partial' | 'null';
  };
  readonly lastClaimedAt: number | null;
  /** A reminder of a reward that nothing has explained yet. Protocol 4.5. */
  readonly remindedAt: number | null;
  readonly totals: { readonly claimed: number; readonly confirmedMinutes: number };
}

/** Minutes that may be shown as estimated before the next confirmation. Protocol 5.5, MAX_EXTRA_MINUTES. */
export const maxEstimatedMinutes = 15;

export function createMinerState(settings: MiningSettings): MinerState {
  return {
    settings,
    account: { kind: 'signedOut', attempt: 0 },
    ownerId: null,
    phase: { kind: 'signedOut' },
    requests: [],
    lastRequestId: 0,
    campaigns: {},
    claimedBenefits: {},
    wantedGameIds: [],
    plan: null,
    price: null,
    sightings: noSightings,
    planTold: null,
    givenUpTold: [],
    channels: {},
    fetchedPlan: null,
    emptyGameIds: [],
    channelFailures: 0,
    watching: null,
    manual: null,
    transports: { worked: null },
    claims: {},
    quarantine: {},
    uncounted: {},
    conditions: {},
    socket: { connected: 0, total: 0, downSince: null, lastDropEventAt: null },
    announced: [],
    inventory: { fetchedAt: null, attemptedAt: null, failures: 0, catalogue: 'unknown' },
    lastClaimedAt: null,
    remindedAt: null,
    totals: { claimed: 0, confirmedMinutes: 0 },
  };
}

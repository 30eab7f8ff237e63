import type { CampaignId, ChannelId, DropId, DropInstanceId, UserId } from '@dropwise/kit';
import type { ChannelReport } from '../channels/channel.ts';
import type { CampaignReport, ClaimedBenefits } from '../drops/report.ts';
import type { Failure } from './failure.ts';
import type { Memory } from './memory.ts';
import type { MiningSettings } from './settings.ts';

/** An item that could not be read, so that the rest could be. */
export interface RejectedItem {
  readonly what: 'campaign' | 'channel' | 'message';
  readonly id: string | null;
  readonly problem: string;
}

/** Everything that can happen to the miner. */
export type Input =
  | { readonly kind: 'started'; readonly memory: Memory | null }
  | { readonly kind: 'stopRequested' }
  // the account
  | {
      readonly kind: 'deviceCodeIssued';
      readonly userCode: string;
      readonly verificationUri: string;
      readonly expiresAt: number;
    }
  | { readonly kind: 'signedIn'; readonly userId: UserId; readonly login: string }
  | {
      readonly kind: 'signInFailed';
      readonly reason: SignInFailure;
      readonly detail: string;
      readonly failure?: Failure;
    }
  | { readonly kind: 'sessionRevoked'; readonly detail: string }
  // answers
  | {
      readonly kind: 'inventoryArrived';
      readonly requestId: number;
      readonly reports: readonly CampaignReport[];
      readonly rejected: readonly RejectedItem[];
      /** Null when the inventory itself did not arrive. */
      readonly claimedBenefits: ClaimedBenefits | null;
      /** `null` = Twitch said `dropCampaigns: null`: not allowed to see, not nothing there. */
      readonly catalogue: 'complete' | 'partial' | 'null' | 'unasked';
      readonly failures: readonly Failure[];
      /** Operations that answered well. */
      readonly succeeded: readonly string[];
    }
  | {
      readonly kind: 'channelsArrived';
      readonly requestId: number;
      readonly reports: readonly ChannelReport[];
      readonly rejected: readonly RejectedItem[];
      readonly failures: readonly Failure[];
      readonly succeeded: readonly string[];
    }
  /** A part of a channel fetch, while the rest is still asked for. */
  | { readonly kind: 'someChannelsArrived'; readonly requestId: number; readonly reports: readonly ChannelReport[] }
  | { readonly kind: 'channelChecked'; readonly channelId: ChannelId; readonly report: ChannelReport | null }
  | { readonly kind: 'channelCheckFailed'; readonly channelId: ChannelId; readonly failure: Failure }
  | {
      readonly kind: 'availableDropsArrived';
      readonly answers: readonly { readonly channelId: ChannelId; readonly campaignIds: readonly CampaignId[] }[];
      readonly reports: readonly CampaignReport[];
      readonly failures: readonly Failure[];
    }
  | {
      readonly kind: 'watchAnswered';
      readonly channelId: ChannelId;
      readonly transport: string;
      readonly outcome: WatchOutcome;
    }
  | { readonly kind: 'currentSessionArrived'; readonly session: CurrentSession | null }
  | { readonly kind: 'currentSessionFailed'; readonly failure: Failure }
  | { readonly kind: 'claimAnswered'; readonly dropId: DropId; readonly outcome: ClaimOutcome }
  // the socket
  | {
      readonly kind: 'dropProgressed';
      readonly dropId: DropId;
      readonly channelId: ChannelId | null;
      readonly minutes: number;
    }
  | { readonly kind: 'dropBecameClaimable'; readonly dropId: DropId; readonly instanceId: DropInstanceId }
  | { readonly kind: 'rewardReminded'; readonly notificationId: string }
  | { readonly kind: 'streamWentUp'; readonly channelId: ChannelId }
  | { readonly kind: 'streamWentDown'; readonly channelId: ChannelId }
  | { readonly kind: 'viewersCounted'; readonly channelId: ChannelId; readonly viewers: number }
  | { readonly kind: 'broadcastChanged'; readonly channelId: ChannelId }
  | { readonly kind: 'topicRefused'; readonly topic: string; readonly error: string }
  | { readonly kind: 'topicAccepted'; readonly topic: string }
  | { readonly kind: 'messageRejected'; readonly topic: string; readonly problem: string }
  | {
      readonly kind: 'socketChanged';
      readonly connected: number;
      readonly total: number;
      /** What last went wrong; null while all is well. */
      readonly problem: SocketProblem | null;
      readonly detail: string;
    }
  // the owner
  | { readonly kind: 'settingsChanged'; readonly settings: MiningSettings }
  /** What is wrong with the settings; null = nothing. */
  /** The first of what is wrong; `place` reads the same in every language. Null = all is well. */
  | {
      readonly kind: 'settingsJudged';
      readonly problem: { readonly sentence: string; readonly place: string; readonly key: string | null } | null;
    }
  | { readonly kind: 'protocolChanged' }
  | { readonly kind: 'reloadRequested' }
  /** An empty `channelId`: only the login is known, and Twitch is asked whose it is. */
  | { readonly kind: 'channelSelected'; readonly channelId: ChannelId; readonly login: string }
  | { readonly kind: 'manualEnded' }
  /** Ask for a device code now instead of when the schedule says. */
  | { readonly kind: 'loginRetried' }
  /** Forget the login and ask for a new one. */
  | { readonly kind: 'signOutRequested' }
  // time
  | { readonly kind: 'timerFired'; readonly key: TimerKey };

/** Fixed keys, or one for each drop or channel. Starting a key again moves it. */
export type TimerKey =
  | 'signIn'
  | 'watch'
  | 'confirm'
  | 'reload'
  | 'peek'
  | 'boundary'
  | 'retryInventory'
  | 'retryChannels'
  | 'fetchDeadline'
  | 'awaitClaim'
  | 'awaitTruth'
  | 'socketDown'
  | 'uncounted'
  | 'plan'
  | 'pause'
  | `claim:${string}`
  | `channel:${string}`;

export type SocketProblem = 'refused' | 'noPong' | 'reconnect' | 'dropped';

export type SignInFailure = 'refused' | 'denied' | 'expired' | 'unreachable';

export type WatchOutcome =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly detail: string }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** What the account is earning, whatever channel it is on. Protocol 3.12. */
export interface CurrentSession {
  readonly channelId: ChannelId | null;
  readonly dropId: DropId;
  readonly minutes: number;
}

export type ClaimOutcome =
  | { readonly kind: 'claimed' }
  | { readonly kind: 'alreadyClaimed' }
  | { readonly kind: 'refused'; readonly detail: string }
  | { readonly kind: 'failed'; readonly failure: Failure };

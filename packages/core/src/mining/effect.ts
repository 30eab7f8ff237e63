import type { BroadcastId, ChannelId, DropId, DropInstanceId } from '@dropwise/kit';
import type { AllowedChannel, Game } from '../drops/campaign.ts';
import type { TimerKey } from './input.ts';
import type { Memory } from './memory.ts';
import type { FetchDepth } from './state.ts';

export interface DirectoryQuery {
  readonly gameId: string | null;
  readonly slug: string;
}

/** Everything the miner can ask for. The app carries it out and answers with inputs. */
export type Effect =
  /** Restore the stored session, or begin a device login. `fresh`: a session was refused, so the stored token is asked about first. */
  | { readonly kind: 'signIn'; readonly fresh: boolean }
  /** Give the token back to Twitch, forget it whatever Twitch says to that, and begin a device login. */
  | { readonly kind: 'signOut' }
  | {
      readonly kind: 'fetchInventory';
      readonly requestId: number;
      readonly depth: FetchDepth;
      readonly catalogue: boolean;
      readonly knownIds: readonly string[];
    }
  | {
      readonly kind: 'fetchChannels';
      readonly requestId: number;
      readonly directories: readonly DirectoryQuery[];
      readonly checks: readonly AllowedChannel[];
    }
  | { readonly kind: 'checkChannel'; readonly channelId: ChannelId; readonly login: string }
  | { readonly kind: 'fetchAvailableDrops'; readonly channelIds: readonly ChannelId[] }
  /** The whole set of channels to listen to; what is not in it is left. */
  | { readonly kind: 'listen'; readonly channelIds: readonly ChannelId[] }
  | { readonly kind: 'watch'; readonly target: WatchTarget; readonly transport: string }
  | { readonly kind: 'fetchCurrentSession'; readonly channelId: ChannelId }
  | { readonly kind: 'claimDrop'; readonly dropId: DropId; readonly instanceId: DropInstanceId }
  | { readonly kind: 'deleteNotification'; readonly notificationId: string }
  | { readonly kind: 'startTimer'; readonly key: TimerKey; readonly at: number }
  | { readonly kind: 'stopTimer'; readonly key: TimerKey }
  | { readonly kind: 'saveMemory'; readonly memory: Memory }
  | { readonly kind: 'exit' };

export interface WatchTarget {
  readonly channelId: ChannelId;
  readonly login: string;
  readonly broadcastId: BroadcastId;
  readonly game: Game | null;
}

import type { BroadcastId, ChannelId } from '@dropwise/kit';
import type { TwitchGame } from './game.ts';

/** What one look at a channel says. */
export interface TwitchChannel {
  readonly id: ChannelId;
  readonly login: string;
  readonly displayName: string;
  /** Null = offline. */
  readonly stream: TwitchStream | null;
}

export interface TwitchStream {
  readonly broadcastId: BroadcastId;
  readonly title: string;
  readonly viewers: number;
  /** Null = live without a category. */
  readonly game: TwitchGame | null;
}

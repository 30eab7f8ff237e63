import type { BroadcastId, ChannelId, GameId, NetworkError, StopSignal } from '@dropwise/kit';
import type { WatchTransportName } from '../definitions/index.ts';

/** The live broadcast that is being watched. */
export interface WatchTarget {
  readonly channelId: ChannelId;
  readonly login: string;
  readonly broadcastId: BroadcastId;
  /** Null earns nothing since April 2026 (protocol 5.2), but may be sent. */
  readonly game: { readonly id: GameId; readonly name: string } | null;
}

/** Accepted is not counted: only a report of minutes tells that (protocol 5.4). */
export type WatchOutcome =
  | { readonly kind: 'accepted' }
  /** Twitch answered no; `status` null where the reason is not an HTTP status. */
  | { readonly kind: 'refused'; readonly reason: string; readonly status: number | null }
  | { readonly kind: 'unreachable'; readonly networkError: NetworkError };

/** One way of telling Twitch that we watch. */
export interface WatchTransport {
  readonly name: WatchTransportName;
  /** Time from one `send` to the next. */
  readonly beatMs: number;
  /** One beat. Rejects only when stopped. */
  send(target: WatchTarget, signal?: StopSignal): Promise<WatchOutcome>;
}

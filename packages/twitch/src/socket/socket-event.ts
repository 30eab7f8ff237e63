import type { Topic } from '../definitions/index.ts';
import type { TopicEvent } from './topic-event.ts';

export type SocketStatus =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'open' }
  /** Reconnects after `delayMs`, because of `reason`. */
  | { readonly kind: 'waiting'; readonly delayMs: number; readonly reason: string }
  /** Not needed any more. */
  | { readonly kind: 'closed' };

export type SocketEvent =
  | { readonly kind: 'topicMessage'; readonly topic: Topic; readonly event: TopicEvent }
  /**
   * Twitch does not serve this topic (`ERR_BADAUTH`, `ERR_SERVER`, `AUTH_REVOKED`, …), or there was no room for it
   * (`NO_ROOM`). It is asked for again after a reconnect.
   */
  | { readonly kind: 'topicRefused'; readonly topic: Topic; readonly code: string }
  | {
      readonly kind: 'socketChanged';
      readonly index: number;
      readonly status: SocketStatus;
      readonly topicCount: number;
    }
  /** A frame or message that could not be read; nothing else stops. */
  | { readonly kind: 'messageRejected'; readonly topic: string | null; readonly problem: string };

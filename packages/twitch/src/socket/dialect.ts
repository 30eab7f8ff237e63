import type { Clock, Random, Secret } from '@dropwise/kit';
import type { SocketDialectName, Topic } from '../definitions/index.ts';

/** One way of talking to Twitch's sockets: frames, liveness and errors, without connecting or reconnecting. */
export interface SocketDialect {
  readonly name: SocketDialectName;
  url(): string;
  readonly headers: Readonly<Record<string, string>>;
  converse(port: ConversationPort): Conversation;
}

/** What a conversation may do and must tell. */
export interface ConversationPort {
  readonly clock: Clock;
  readonly random: Random;
  readonly token: () => Secret | null;
  send(text: string): void;
  /** The topics that the socket should hold now. */
  topics(): readonly Topic[];
  holds(topic: string): boolean;
  /** A topic's inner message, still a text. */
  deliver(topic: string, text: string): void;
  refuse(topic: Topic, code: string): void;
  reject(problem: string): void;
  /** The socket is of no use any more; `url` is where Twitch wants the next one. */
  lost(reason: string, url?: string): void;
}

/** One open socket's talk. */
export interface Conversation {
  opened(): void;
  received(text: string): void;
  listen(topics: readonly Topic[]): void;
  unlisten(topics: readonly Topic[]): void;
  /** Cancels every timer; nothing is called afterwards. */
  end(): void;
}

import type { ListenError } from '../faults.ts';
import type { Token } from '../world/sign-in.ts';
import type { Service } from './service.ts';

/** The other end of a socket, whoever carries it. */
export interface SocketPeer {
  send(text: string): void;
  close(code: number, reason: string): void;
  /** Ends it without a close frame: the other end sees 1006. */
  drop(): void;
}

/** One connection as its dialect sees it. */
export interface SocketSession {
  opened(): void;
  received(text: string): void;
  /** `message` is the inner JSON document as text. */
  tell(topic: string, message: string): void;
  askForReconnect(): void;
  closed(): void;
}

/** Empty when it was accepted. */
export type ListenOutcome = '' | ListenError;

/** What a dialect may do. */
export interface SocketHost {
  readonly service: Service;
  /** `socket-3`. */
  readonly label: string;
  readonly topics: ReadonlySet<string>;
  send(frame: unknown): void;
  close(code: number, reason: string): void;
  /** Whether the fault `pongMissing` is in force. */
  isMute(): boolean;
  /** As `isMute`, and uses up one of its times. */
  strikesPong(): boolean;
  /** All or none: one topic that is refused refuses the frame. */
  listen(topics: readonly string[], token: Token | null): ListenOutcome;
  unlisten(topics: readonly string[]): void;
  /** For the log and the counters. */
  note(type: string, topics: readonly string[], error: string): void;
}

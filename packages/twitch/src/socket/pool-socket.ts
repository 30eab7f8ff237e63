import {
  backoffDelayMs,
  type Clock,
  defaultBackoff,
  type Random,
  type Secret,
  type SocketConnection,
  type SocketDoor,
  type Timer,
} from '@dropwise/kit';
import type { Topic } from '../definitions/index.ts';
import type { Conversation, SocketDialect } from './dialect.ts';
import type { SocketEvent, SocketStatus } from './socket-event.ts';
import { readTopicMessage } from './topics/index.ts';

/** A session that lasted this long resets the back-off and is followed at once by the next. Protocol 4.3. */
const goodSessionMs = 30_000;

export interface PoolSocketParts {
  readonly index: number;
  readonly sockets: SocketDoor;
  readonly clock: Clock;
  readonly random: Random;
  readonly dialect: SocketDialect;
  readonly token: () => Secret | null;
  readonly onEvent: (event: SocketEvent) => void;
  readonly onIgnored: (type: string) => void;
  readonly onFrame: (direction: '>' | '<', index: number, text: string) => void;
}

/**
 * One socket of the pool, kept open until it is closed:
 *
 *     connecting ──open──► open ──lost──► waiting ──delay over──► connecting
 *          └───────────failed──────────────►┘
 *     any of them ──close()──► closed
 */
export class PoolSocket {
  readonly index: number;
  readonly topics = new Set<Topic>();
  readonly #parts: PoolSocketParts;
  #status: SocketStatus = { kind: 'closed' };
  #connection: SocketConnection | null = null;
  #conversation: Conversation | null = null;
  #retryTimer: Timer | null = null;
  #attempt = 0;
  #openedAt = 0;
  /** Where Twitch wants the next connection; good for one try. Protocol 4.6. */
  #nextUrl: string | null = null;
  readonly #down = new Set<Promise<void>>();

  constructor(parts: PoolSocketParts) {
    this.index = parts.index;
    this.#parts = parts;
  }

  get status(): SocketStatus {
    return this.#status;
  }

  connect(): void {
    const { sockets, dialect } = this.#parts;
    const url = this.#nextUrl ?? dialect.url();
    this.#nextUrl = null;
    this.#change({ kind: 'connecting' });
    let markDown: () => void = () => {};
    const down = new Promise<void>((resolve) => {
      markDown = resolve;
    });
    this.#down.add(down);
    /** The connection that the handlers below belong to; a later one makes them deaf. */
    const holder: { connection: SocketConnection | null } = { connection: null };
    const isCurrent = (): boolean => holder.connection === null || holder.connection === this.#connection;
    const connection = sockets.connect(url, dialect.headers, {
      onOpen: () => {
        if (isCurrent() && this.#status.kind === 'connecting') this.#onOpen();
      },
      onText: (text) => {
        if (!isCurrent() || this.#conversation === null) return;
        this.#parts.onFrame('<', this.index, text);
        this.#conversation.received(text);
      },
      onClose: (code, reason) => {
        markDown();
        this.#down.delete(down);
        if (isCurrent()) this.#lost(`closed with ${code}${reason === '' ? '' : ` (${reason.slice(0, 80)})`}`);
      },
    });
    holder.connection = connection;
    if (this.#status.kind === 'connecting' || this.#status.kind === 'open') this.#connection = connection;
  }

  listen(topics: readonly Topic[]): void {
    for (const topic of topics) this.topics.add(topic);
    this.#conversation?.listen(topics);
  }

  unlisten(topics: readonly Topic[]): void {
    const held = topics.filter((topic) => this.topics.delete(topic));
    if (held.length > 0) this.#conversation?.unlisten(held);
  }

  /** Ends for good; resolves when the connection is down. */
  async close(): Promise<void> {
    this.#retryTimer?.cancel();
    this.#endConversation();
    const connection = this.#connection;
    this.#connection = null;
    if (this.#status.kind !== 'closed') this.#change({ kind: 'closed' });
    connection?.close(1000);
    await Promise.all(this.#down);
  }

  #onOpen(): void {
    const { clock, random, dialect, token, onEvent, onFrame } = this.#parts;
    this.#openedAt = clock.now();
    this.#conversation = dialect.converse({
      clock,
      random,
      token,
      send: (text) => {
        onFrame('>', this.index, text);
        this.#connection?.send(text);
      },
      topics: () => [...this.topics],
      holds: (topic) => this.#holds(topic),
      deliver: (topic, text) => this.#deliver(topic, text),
      refuse: (topic, code) => onEvent({ kind: 'topicRefused', topic, code: code.slice(0, 80) }),
      reject: (problem) => onEvent({ kind: 'messageRejected', topic: null, problem }),
      lost: (reason, url) => {
        if (url !== undefined && isTrustedSuccessor(url, dialect.url())) this.#nextUrl = url;
        this.#lost(reason);
      },
    });
    this.#change({ kind: 'open' });
    this.#conversation.opened();
  }

  #deliver(topic: string, text: string): void {
    const { onEvent, onIgnored } = this.#parts;
    // A message may still be on its way when its topic is given up.
    if (!this.#holds(topic)) return onIgnored('topic not held');
    const reading = readTopicMessage(topic, text);
    if (reading.kind === 'event') onEvent({ kind: 'topicMessage', topic, event: reading.event });
    else if (reading.kind === 'ignored') onIgnored(reading.type);
    else onEvent({ kind: 'messageRejected', topic, problem: reading.problem });
  }

  #holds(topic: string): topic is Topic {
    return (this.topics as ReadonlySet<string>).has(topic);
  }

  #lost(reason: string): void {
    if (this.#status.kind !== 'connecting' && this.#status.kind !== 'open') return;
    const { clock, random } = this.#parts;
    const wasGood = this.#status.kind === 'open' && clock.now() - this.#openedAt >= goodSessionMs;
    this.#endConversation();
    const connection = this.#connection;
    this.#connection = null;
    connection?.close(1000);
    if (wasGood) this.#attempt = 0;
    const delayMs = wasGood ? 0 : backoffDelayMs(defaultBackoff, this.#attempt, random);
    this.#attempt += wasGood ? 0 : 1;
    this.#change({ kind: 'waiting', delayMs, reason });
    this.#retryTimer = clock.after(delayMs, () => this.connect());
  }

  #endConversation(): void {
    this.#conversation?.end();
    this.#conversation = null;
  }

  #change(status: SocketStatus): void {
    this.#status = status;
    this.#parts.onEvent({ kind: 'socketChanged', index: this.index, status, topicCount: this.topics.size });
  }
}

/** The token goes over the next connection too: only Twitch, or the very host we were told of, may name it. */
function isTrustedSuccessor(url: string, current: string): boolean {
  if (!URL.canParse(url)) return false;
  const next = new URL(url);
  const { protocol, host } = new URL(current);
  return next.protocol === protocol && (next.host === host || next.hostname.endsWith('.twitch.tv'));
}

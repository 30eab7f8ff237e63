import type { LiveResume } from '@dropwise/contract';
import type { Clock } from '@dropwise/kit';
import type { Socket } from 'socket.io';
import type { Who } from '../auth/who.ts';
import type { LiveHandshake } from './admission.ts';
import { Backlog } from './backlog.ts';
import { cutConnection, type PendingPolls } from './cut-connection.ts';
import { TokenBucket } from './token-bucket.ts';

export type Connection = Socket['conn'];

export interface LiveClientOptions {
  readonly connection: Connection;
  readonly who: Who;
  readonly handshake: LiveHandshake;
  readonly clock: Clock;
  readonly polls: PendingPolls;
  /** Called once, when it says more than a listener has to say. */
  readonly onTooTalkative: (client: LiveClient) => void;
}

/** A listener says hello, answers pings, and changes its transport once. */
const packetsPerSecond = 2;
const packetsAtOnce = 60;
/** What a client that is sent away is given to hear why. */
const farewellMs = 2_000;

/** Somebody who listens, from the first request on. */
export class LiveClient {
  readonly connection: Connection;
  readonly handshake: LiveHandshake;
  who: Who;
  /** Null until it joined. */
  socket: Socket | null = null;
  readonly closed: Promise<void>;
  readonly #clock: Clock;
  readonly #polls: PendingPolls;
  readonly #backlog: Backlog;
  /** What its greeting takes is not held against it. */
  #greetingSize = 0;

  constructor({ connection, who, handshake, clock, polls, onTooTalkative }: LiveClientOptions) {
    this.connection = connection;
    this.who = who;
    this.handshake = handshake;
    this.#clock = clock;
    this.#polls = polls;
    this.#backlog = new Backlog(connection);
    this.closed = new Promise((resolve) => connection.once('close', () => resolve()));
    const packets = new TokenBucket(clock, packetsPerSecond, packetsAtOnce);
    const onPacket = (): void => {
      if (packets.take(1) === 1) return;
      connection.off('packet', onPacket);
      onTooTalkative(this);
    };
    connection.on('packet', onPacket);
  }

  /** What waits for it beyond its greeting, in characters. */
  get backlogSize(): number {
    return this.#backlog.size - this.#greetingSize;
  }

  noteGreeting(): void {
    this.#greetingSize = this.#backlog.size;
  }

  /** At once. It will come back by itself. */
  cut(): void {
    cutConnection(this.connection, this.#polls);
  }

  /** It hears that it was sent away and does not come back by itself. */
  sendAway(): void {
    const timer = this.#clock.deadline(farewellMs, () => this.cut());
    void this.closed.then(() => timer.cancel());
    if (this.socket === null) this.cut();
    else this.socket.disconnect(true);
  }
}

/** What it says it has seen; null = nothing, or nothing that can be read. */
export function readResume(auth: unknown): LiveResume | null {
  if (typeof auth !== 'object' || auth === null || !('epoch' in auth) || !('seq' in auth)) return null;
  const { epoch, seq } = auth;
  return typeof epoch === 'string' && typeof seq === 'number' && Number.isSafeInteger(seq) ? { epoch, seq } : null;
}

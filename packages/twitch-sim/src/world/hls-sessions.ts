import { type Random, randomText } from '@dropwise/kit';

/** One viewer's playlist of one broadcast. */
export interface HlsSession {
  readonly id: string;
  readonly channelId: string;
  readonly broadcastId: string;
  /** Null for a viewer who is not signed in: nothing counts. */
  readonly userId: string | null;
  /** Segments that were asked for; each counts once. */
  readonly seen: Set<number>;
}

const maxSessions = 200;
const maxSeen = 100;

/** The newest sessions; an older one gives way and its playlist is gone. */
export class HlsSessions {
  readonly #random: Random;
  readonly #sessions = new Map<string, HlsSession>();

  constructor(random: Random) {
    this.#random = random;
  }

  open(channelId: string, broadcastId: string, userId: string | null): HlsSession {
    const [oldest] = this.#sessions.keys();
    if (this.#sessions.size >= maxSessions && oldest !== undefined) this.#sessions.delete(oldest);
    const id = randomText(this.#random, 24, 'abcdefghijklmnopqrstuvwxyz0123456789');
    const session: HlsSession = { id, channelId, broadcastId, userId, seen: new Set() };
    this.#sessions.set(id, session);
    return session;
  }

  find(id: string): HlsSession | undefined {
    return this.#sessions.get(id);
  }

  /** False when the segment was seen before. */
  see(session: HlsSession, segment: number): boolean {
    if (session.seen.has(segment)) return false;
    const [oldest] = session.seen;
    if (session.seen.size >= maxSeen && oldest !== undefined) session.seen.delete(oldest);
    session.seen.add(segment);
    return true;
  }
}

import type { Clock } from '@dropwise/kit';
import { maxSessions, type SessionRecord } from './access-record.ts';
import type { AccessState } from './access-state.ts';
import { cleanText } from './clean-text.ts';
import { createId, createSecretText, hashSecretText, isSecretText } from './secret-text.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** However often a browser comes back, it signs in again after this time, or after `console.sessionDays` if that is more. */
const longestDays = 90;

/** Where somebody signs in from. */
export interface SignInPlace {
  readonly address: string;
  /** As the browser says it; cleaned and cut here. */
  readonly userAgent: string;
}

export interface NewSession {
  readonly id: string;
  /** For the cookie; nothing else ever holds it. */
  readonly secret: string;
  /** Of the cookie; the server decides by itself when a session is over. */
  readonly maxAgeSeconds: number;
}

export interface SessionsOptions {
  readonly state: AccessState;
  readonly clock: Clock;
  /** `console.sessionDays`, as it is now. */
  readonly idleDays: () => number;
  /** Of the password in force; sessions of another one are over. */
  readonly passwordId: () => string | null;
  /** Called as soon as they are over. */
  readonly onEnded: (ids: readonly string[]) => void;
}

/** The browsers that are signed in: at most 50, and the one that was away longest makes room. */
export class Sessions {
  readonly #options: SessionsOptions;

  constructor(options: SessionsOptions) {
    this.#options = options;
  }

  /** Last seen first. */
  list(): readonly SessionRecord[] {
    return this.#live().sort((a, b) => b.lastSeenAt - a.lastSeenAt);
  }

  /** The session that this cookie opens; null = none, or it is over. Remembers the visit, to the hour. */
  find(secret: string): SessionRecord | null {
    if (!isSecretText(secret)) return null;
    const hash = hashSecretText(secret);
    const found = this.#live().find((session) => session.secretHash === hash);
    if (found === undefined) return null;
    const now = this.#options.clock.now();
    if (now - found.lastSeenAt >= hourMs) this.#note({ ...found, lastSeenAt: now });
    return found;
  }

  /** Always a new secret: one that a browser brought along is never taken over. `passwordId`: what it was opened with. */
  async open(place: SignInPlace, passwordId: string): Promise<NewSession> {
    const secret = createSecretText();
    const now = this.#options.clock.now();
    const session: SessionRecord = {
      id: createId(),
      secretHash: hashSecretText(secret),
      passwordId,
      createdAt: now,
      lastSeenAt: now,
      address: cleanText(place.address, 100),
      userAgent: cleanText(place.userAgent, 200),
    };
    const kept = this.list().slice(0, maxSessions - 1);
    await this.#options.state.changeLightly({ sessions: [session, ...kept] });
    return { id: session.id, secret, maxAgeSeconds: Math.round(this.#longestMs() / 1_000) };
  }

  /** Gives back those that ended, at once and for good. Rejects when they ended and it could not be written. */
  async end(isMeant: (session: SessionRecord) => boolean): Promise<readonly SessionRecord[]> {
    const live = this.#live();
    const ended = live.filter(isMeant);
    if (ended.length === 0) return [];
    const written = this.#options.state.change({ sessions: live.filter((session) => !ended.includes(session)) });
    this.#options.onEnded(ended.map(({ id }) => id));
    await written;
    return ended;
  }

  #live(): SessionRecord[] {
    const now = this.#options.clock.now();
    const passwordId = this.#options.passwordId();
    return this.#options.state.record.sessions.filter(
      (session) =>
        session.passwordId === passwordId &&
        now - session.lastSeenAt < this.#options.idleDays() * dayMs &&
        now - session.createdAt < this.#longestMs(),
    );
  }

  #note(seen: SessionRecord): void {
    const sessions = this.#live().map((session) => (session.id === seen.id ? seen : session));
    void this.#options.state.changeLightly({ sessions });
  }

  #longestMs(): number {
    return Math.max(longestDays, this.#options.idleDays()) * dayMs;
  }
}

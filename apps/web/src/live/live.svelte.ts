import type { AccessView, AudienceLive } from '@dropwise/contract';
import type { LiveEvent, LiveState } from '@dropwise/contract/live';
import type { Backend } from '../backend/backend.ts';
import { type Connection, LiveConnection } from './live-connection.ts';

/** What every screen looks at: the newest state, who we are, and whether it is still true. */
export class Live {
  state = $state.raw<LiveState | null>(null);
  connection = $state.raw<Connection>({ kind: 'connecting', since: Date.now() });
  /** Null = not known yet. */
  access = $state.raw<AccessView | null>(null);
  /** The browser's clock, once a second: what is said of ages depends on it. */
  now = $state(Date.now());
  readonly #backend: Backend;
  readonly #connection: LiveConnection;
  readonly #listeners = new Set<(event: LiveEvent) => void>();
  readonly #audienceListeners = new Set<(news: AudienceLive) => void>();

  constructor(base: URL, backend: Backend) {
    this.#backend = backend;
    this.#connection = new LiveConnection(base, {
      onState: (state) => {
        this.state = state;
      },
      onConnection: (connection) => {
        if (this.connection.kind !== 'lost' || connection.kind !== 'lost') this.connection = connection;
        // A console that began anew may not know us any more: a handshake alone does not say so in every browser.
        if (connection.kind === 'refused' || connection.kind === 'lost') void this.lookWhoWeAre();
      },
      onEvent: (event) => {
        for (const listener of this.#listeners) listener(event);
      },
      onAudience: (news) => {
        for (const listener of this.#audienceListeners) listener(news);
      },
    });
    backend.onSignedOut(() => void this.lookWhoWeAre());
    setInterval(() => {
      this.now = Date.now();
    }, 1_000);
  }

  async start(): Promise<void> {
    await this.lookWhoWeAre();
    // Who is not signed in would only be turned away, again and again.
    if (this.access === null || this.may('read')) this.#connection.start();
  }

  async signOut(): Promise<void> {
    await this.#backend.send('DELETE', 'api/session');
    await this.lookWhoWeAre();
  }

  retry(): void {
    this.#connection.retry();
  }

  /** Who the console takes us for; after a sign-in the connection begins anew. */
  async lookWhoWeAre(): Promise<void> {
    try {
      const before = this.access;
      this.access = await this.#backend.get<AccessView>('api/session');
      if (!this.may('read')) this.#connection.stop();
      else if (before !== null && !before.scopes.includes('read')) this.retry();
    } catch {
      // Nobody answers: the connection says so.
    }
  }

  may(scope: 'read' | 'control' | 'owner'): boolean {
    return this.access?.scopes.includes(scope) === true;
  }

  /** The miner's clock now: a demo's runs faster. */
  get minerNow(): number {
    const clock = this.state?.minerClock;
    return clock === undefined ? this.now : clock.now + (this.now - clock.at) * clock.speed;
  }

  onEvent(listener: (event: LiveEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onAudience(listener: (news: AudienceLive) => void): () => void {
    this.#audienceListeners.add(listener);
    return () => this.#audienceListeners.delete(listener);
  }
}

import { randomUUID } from 'node:crypto';
import type { Server as HttpServer } from 'node:http';
import {
  type AudienceLive,
  audienceLiveEvent,
  type LiveChange,
  type LiveState,
  maxLiveLines,
  type StoredFact,
  type StoredLine,
} from '@dropwise/contract';
import type { Clock, Timer } from '@dropwise/kit';
import type { StoreReader } from '@dropwise/store';
import type { Who } from '../auth/who.ts';
import type { Fleet } from '../children/fleet.ts';
import type { SettingsService } from '../config/settings-service.ts';
import type { Authorize } from './admission.ts';
import { readContent, readLastLines } from './live-content.ts';
import { defaultLiveLimits, type LiveLimits } from './live-limits.ts';
import { LiveServer } from './live-server.ts';
import { LiveStream } from './live-stream.ts';
import { OutgoingLines } from './outgoing-lines.ts';
import { TokenBucket } from './token-bucket.ts';

export interface LiveOptions {
  /** Whose requests below `path` become Socket.IO's; it is not closed here. */
  readonly httpServer: HttpServer;
  /** The base path and `/socket.io`. */
  readonly path: string;
  readonly clock: Clock;
  readonly fleet: Pick<Fleet, 'primaryId' | 'list' | 'find' | 'view' | 'session' | 'onChange'>;
  readonly settings: Pick<SettingsService, 'view' | 'onChange'>;
  readonly reader: Pick<StoreReader, 'lines'>;
  readonly authorize: Authorize;
  readonly log: (sentence: string) => void;
  readonly limits?: Partial<LiveLimits>;
}

/** Tells every client that listens what changes, each change once and in order. */
export interface Live extends AsyncDisposable {
  readonly state: LiveState;
  readonly clientCount: number;
  /** Facts that are in the store, in its order. */
  onFacts(stored: readonly StoredFact[]): void;
  /** Lines that are in the store, and how many were not kept. */
  onLines(stored: readonly StoredLine[], skippedCount: number): void;
  /** What is new of the audience, beside the sequence: who comes later asks for the whole. */
  onAudience(news: AudienceLive): void;
  /** Sends away whom it is about, such as everybody of a session that was signed out. */
  closeFor(isMeant: (who: Who) => boolean): void;
  /** Looks at everybody's sign-in again now; this happens once a minute anyway. */
  recheck(): Promise<void>;
}

export function createLive(options: LiveOptions): Live {
  return new ConsoleLive(options);
}

class ConsoleLive implements Live {
  readonly #options: LiveOptions;
  readonly #limits: LiveLimits;
  readonly #stream: LiveStream;
  readonly #server: LiveServer;
  readonly #lines: OutgoingLines;
  readonly #factBucket: TokenBucket;
  readonly #subscriptions: readonly Disposable[];
  #facts: StoredFact[] = [];
  #gathering: Timer | null = null;
  #rechecking: Timer | null = null;
  #ended = false;

  constructor(options: LiveOptions) {
    const { clock, fleet, settings } = options;
    const limits = { ...defaultLiveLimits, ...options.limits };
    this.#options = options;
    this.#limits = limits;
    this.#lines = new OutgoingLines(clock, limits.linesPerSecond);
    this.#factBucket = new TokenBucket(clock, limits.factsPerSecond, limits.factsPerSecond);
    const now = clock.now();
    const content = readContent(options, {
      minerClock: { now, at: now, speed: 1 },
      lines: readLastLines(options.reader, maxLiveLines),
    });
    this.#stream = new LiveStream(randomUUID(), now, content, {
      maxEvents: limits.maxMissedEvents,
      maxBytes: limits.maxMissedBytes,
      maxResumeBytes: limits.maxResumeBytes,
    });
    this.#server = new LiveServer({
      ...options,
      maxClients: limits.maxClients,
      maxBacklog: limits.maxBacklog,
      state: () => this.state,
      missedSince: (resume) => this.#stream.missedSince(resume),
    });
    this.#subscriptions = [fleet.onChange(() => this.#gather()), settings.onChange(() => this.#gather())];
    this.#planRecheck();
  }

  get state(): LiveState {
    return { ...this.#stream.state, at: this.#options.clock.now() };
  }

  get clientCount(): number {
    return this.#server.clientCount;
  }

  onFacts(stored: readonly StoredFact[]): void {
    this.#facts.push(...stored.slice(0, Math.max(0, this.#limits.factsPerSecond - this.#facts.length)));
    this.#gather();
  }

  onLines(stored: readonly StoredLine[], skippedCount: number): void {
    this.#lines.add(stored, skippedCount);
    this.#gather();
  }

  onAudience(news: AudienceLive): void {
    this.#server.sendBeside(audienceLiveEvent, news);
  }

  closeFor(isMeant: (who: Who) => boolean): void {
    this.#server.sendAway(isMeant);
  }

  recheck(): Promise<void> {
    return this.#server.recheck();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#ended = true;
    for (const subscription of this.#subscriptions) subscription[Symbol.dispose]();
    this.#gathering?.cancel();
    this.#rechecking?.cancel();
    await this.#server.close();
  }

  #gather(): void {
    if (this.#ended) return;
    this.#gathering ??= this.#options.clock.after(this.#limits.gatherMs, () => {
      this.#gathering = null;
      this.#tell();
    });
  }

  #tell(): void {
    const content = readContent(this.#options, this.#stream.state);
    const facts = this.#facts.slice(0, this.#factBucket.take(this.#facts.length));
    this.#facts = [];
    const lines = this.#lines.take();
    const changes: LiveChange[] = [
      ...this.#stream.changesTo(content),
      ...facts.map((fact): LiveChange => ({ name: 'fact_stored', fact })),
      ...(lines === null ? [] : [lines]),
    ];
    this.#server.send(this.#stream.add(changes));
  }

  #planRecheck(): void {
    if (this.#ended) return;
    this.#rechecking = this.#options.clock.after(this.#limits.recheckMs, () => {
      void this.recheck().then(() => this.#planRecheck());
    });
  }
}

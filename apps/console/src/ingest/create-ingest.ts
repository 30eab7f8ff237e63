import type { StoredFact, StoredLine } from '@dropwise/contract';
import { type BackoffPolicy, backoffDelayMs, type Clock, type Random, type Timer } from '@dropwise/kit';
import type { Logger } from '@dropwise/runtime';
import { type ChildSample, describeStoreTrouble, type NewAudit, type Store, storeTroubleOf } from '@dropwise/store';
import { consoleId } from '../children/fleet-sink.ts';
import { cleanFact } from './clean-fact.ts';
import { cleanLine } from './clean-line.ts';
import { FactQueue } from './fact-queue.ts';
import type { Ingest } from './ingest.ts';
import { LineQueue } from './line-queue.ts';
import { isItsOwnFault, writeFacts } from './write-facts.ts';

export interface IngestOptions {
  readonly store: Pick<Store, 'writer'>;
  readonly clock: Clock;
  readonly random: Random;
  /** After they are stored, in the order of their numbers. */
  readonly onFacts: (stored: readonly StoredFact[]) => void;
  /** `skippedCount`: lines that found no room since the last call. */
  readonly onLines: (stored: readonly StoredLine[], skippedCount: number) => void;
  readonly log: Pick<Logger, 'person' | 'info' | 'debug'>;
}

/** How long something waits for others to be written with. */
const batchMs = 25;
/** Lines of one transaction, and of one turn: 20,000 a second at most. */
const lineBatchSize = 500;
/** Facts that wait before they are written at once instead of in their turn. */
const patientFacts = 5_000;
const maxSamples = 2_000;
const maxAudits = 10_000;
const retryPolicy: BackoffPolicy = { firstMs: 250, capMs: 30_000, jitter: 0.2 };

export function createIngest(options: IngestOptions): Ingest {
  return new BatchedIngest(options);
}

class BatchedIngest implements Ingest {
  readonly #options: IngestOptions;
  readonly #facts = new FactQueue();
  readonly #lines = new LineQueue();
  readonly #samples: ChildSample[] = [];
  readonly #audits: NewAudit[] = [];
  #timer: Timer | null = null;
  #problem: string | null = null;
  #attempts = 0;
  #refusal: string | null = null;
  #isClosed = false;

  constructor(options: IngestOptions) {
    this.#options = options;
  }

  get queueLength(): number {
    return this.#facts.size + this.#lines.size + this.#samples.length + this.#audits.length;
  }

  get problem(): string | null {
    return this.#problem;
  }

  facts: Ingest['facts'] = (childId, facts, stored) => {
    if (this.#isClosed) return;
    if (facts.length === 0) {
      if (stored !== undefined && !this.#facts.follow(stored)) this.#call(stored);
      return;
    }
    const now = this.#options.clock.now();
    const clean = facts.map((fact) => cleanFact(childId, fact, now));
    this.#facts.add(childId, clean, stored ?? null);
    if (this.#facts.size >= patientFacts && this.#problem === null) this.#tryTo(() => this.#writeAllFacts());
    this.#schedule(batchMs);
  };

  lines: Ingest['lines'] = (childId, lines) => {
    if (this.#isClosed) return;
    const now = this.#options.clock.now();
    for (const line of lines) {
      if (this.#lines.hasRoom(childId)) this.#lines.add(cleanLine({ ...line, childId }, now));
      else this.#lines.skip(childId);
    }
    this.#schedule(batchMs);
  };

  samples: Ingest['samples'] = (childId, sample) => {
    if (this.#isClosed) return;
    this.#samples.push({ ...sample, childId });
    // Only while nothing can be written: the newest tell more than the oldest.
    if (this.#samples.length > maxSamples) this.#samples.shift();
    this.#schedule(batchMs);
  };

  audit: Ingest['audit'] = (entry) => {
    if (this.#isClosed) return;
    this.#audits.push(entry);
    if (this.#audits.length > maxAudits) this.#audits.shift();
    this.#schedule(batchMs);
  };

  flush: Ingest['flush'] = () => {
    while (this.queueLength > 0) if (!this.#tryTo(() => this.#writeTurn())) return false;
    return true;
  };

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#timer?.cancel();
    this.#timer = null;
    if (this.flush()) return;
    const left = `facts: ${this.#facts.size}, lines: ${this.#lines.size}`;
    this.#options.log.person(`The console ends with something unwritten (${left}): ${this.#problem}.`);
  }

  #schedule(delayMs: number): void {
    if (this.#isClosed || this.#timer !== null || this.queueLength === 0) return;
    this.#timer = this.#options.clock.after(delayMs, () => {
      this.#timer = null;
      if (this.#tryTo(() => this.#writeTurn())) this.#schedule(batchMs);
    });
  }

  /** False = the database takes nothing; the next try is set. */
  #tryTo(write: () => void): boolean {
    try {
      write();
    } catch (error) {
      this.#noteBroken(error);
      return false;
    }
    this.#noteWorking();
    return true;
  }

  #writeTurn(): void {
    writeFacts(this.#factWriting);
    this.#writeAudits();
    this.#writeSamples();
    this.#writeLines();
  }

  #writeAllFacts(): void {
    while (this.#facts.size > 0) writeFacts(this.#factWriting);
  }

  get #factWriting() {
    return {
      writer: this.#options.store.writer,
      queue: this.#facts,
      onFacts: this.#options.onFacts,
      onRefused: (error: unknown) => this.#noteRefused(error),
      call: (listener: () => void) => this.#call(listener),
    };
  }

  #writeAudits(): void {
    for (let entry = this.#audits[0]; entry !== undefined; entry = this.#audits[0]) {
      const audit = entry;
      this.#letGoOfRefused(() => this.#options.store.writer.addAudit(audit));
      this.#audits.shift();
    }
  }

  #writeSamples(): void {
    if (this.#samples.length === 0) return;
    this.#letGoOfRefused(() => this.#options.store.writer.addSamples(this.#samples));
    this.#samples.length = 0;
  }

  #writeLines(): void {
    this.#lines.speakOfAllSkipped(this.#options.clock.now());
    const batch = this.#lines.peek(lineBatchSize);
    if (batch.length === 0) return;
    const stored = this.#letGoOfRefused(() => this.#options.store.writer.addLines(batch)) ?? [];
    this.#lines.drop(batch.length);
    const skippedCount = this.#lines.takeSkippedCount();
    this.#call(() => this.#options.onLines(stored, skippedCount));
  }

  /** What the database will never take is let go, and said; null. */
  #letGoOfRefused<Result>(write: () => Result): Result | null {
    try {
      return write();
    } catch (error) {
      if (!isItsOwnFault(error)) throw error;
      this.#noteRefused(error);
      return null;
    }
  }

  #noteRefused(error: unknown): void {
    const refusal = describeStoreTrouble('refused', error);
    if (this.#refusal === null) this.#options.log.person(`Something could not be stored: ${refusal}.`, { error });
    this.#refusal = refusal;
  }

  #noteBroken(error: unknown): void {
    const problem = describeStoreTrouble(storeTroubleOf(error) ?? 'refused', error);
    const delayMs = backoffDelayMs(retryPolicy, this.#attempts, this.#options.random);
    if (this.#problem === null) {
      this.#options.log.person(`Nothing can be stored at the moment: ${problem}. What comes is kept and tried again.`);
    }
    this.#problem = problem;
    this.#attempts += 1;
    this.#timer?.cancel();
    this.#timer = null;
    this.#schedule(delayMs);
  }

  /** Told once, when it can be: the fact that says so is stored like any other. */
  #noteWorking(): void {
    const lostCount = this.#facts.takeLostCount();
    const problem = this.#problem ?? (lostCount > 0 ? this.#refusal : null);
    if (this.#problem !== null) this.#options.log.info('What comes is stored again.');
    this.#problem = null;
    this.#attempts = 0;
    if (problem === null) return;
    const fact = { kind: 'ingestBroken', problem, lostCount } as const;
    this.#facts.add(consoleId, [{ at: this.#options.clock.now(), childId: consoleId, key: null, fact }], null);
    this.#schedule(batchMs);
  }

  #call(listener: () => void): void {
    try {
      listener();
    } catch (error) {
      this.#options.log.person('Something that was stored could not be told on; see the log.', { error });
    }
  }
}

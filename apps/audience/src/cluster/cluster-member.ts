import { randomUUID } from 'node:crypto';
import type { AudienceSample } from '@dropwise/contract/audience';
import { type Clock, fail, type Result, succeed, type Timer } from '@dropwise/kit';
import type { PartFile } from '../merge/part-file.ts';
import { type ClusterBus, subjectsOf } from './bus.ts';
import { clockAnswer, joinAnswer, type Orders, orders, type PartState, parcelAnswer, readMessage } from './messages.ts';
import { packText } from './parcel.ts';

export interface MemberOptions {
  readonly runId: string;
  readonly part: { readonly index: number; readonly count: number };
  readonly fingerprint: string;
  readonly clock: Clock;
  readonly hear: MemberListener;
  /** Asked while it waits for a leader. */
  readonly isGivenUp?: () => boolean;
}

/** What a part is told. */
export interface MemberListener {
  /** Everybody leaves; said once. */
  stop(reason: string, withinMs: number): void;
  /** @param atMs since the common start: the plan is changed as of then, by every part alike. */
  changeViewers(viewers: number, atMs: number): void;
}

/** The leader is believed to be gone after this silence, and nobody runs on without one. */
export const silenceLimitMs = 10_000;
export const sayEveryMs = 1_000;
const rampDownMs = 5_000;
const joinWithinMs = 120_000;
const answerWithinMs = 1_000;
const clockQuestions = 5;
const pieceTries = 3;
const pieceWithinMs = 5_000;
/** Who hears of the start later than this has missed it: a load that begins late is another load. */
const latestStartMs = 1_000;

/**
 * One machine's part of a run that a leader holds together.
 *
 *     preparing ──prepared──► ready ──orders with a start──► running ──part file taken──► delivered
 *         │                    │                               │
 *         └────────────────────┴──────── leave, silence ───────┴──► left
 *
 * Everything it says is said again each second, everything it hears is a state: messages may be lost.
 */
export class ClusterMember {
  /** When to begin, epoch ms by this machine's clock; or why it does not. Never rejects. */
  readonly started: Promise<Result<number, string>>;
  readonly #bus: ClusterBus;
  readonly #options: MemberOptions;
  readonly #subjects: ReturnType<typeof subjectsOf>;
  readonly #instance: string;
  readonly #leader: string;
  /** The leader's clock less this one. */
  readonly #aheadMs: number;
  #state: PartState['state'] = 'preparing';
  #sentence: string | null = null;
  #sample: AudienceSample | null = null;
  #changesHeard = 0;
  #isStopped = false;
  #isClosed = false;
  #voice: Timer | null = null;
  #deadMan: Timer | null = null;
  #resolveStarted: (result: Result<number, string>) => void = () => {};

  constructor(bus: ClusterBus, options: MemberOptions, entry: Entry) {
    this.#bus = bus;
    this.#options = options;
    this.#subjects = subjectsOf(options.runId);
    this.#instance = entry.instance;
    this.#leader = entry.leader;
    this.#aheadMs = entry.aheadMs;
    this.started = new Promise((resolve) => {
      this.#resolveStarted = resolve;
    });
    bus.listen(this.#subjects.orders, (text) => this.#hearOrders(readMessage(orders, text)));
    this.#awaitLeader();
    this.#say();
  }

  /** Consent is there, shards are up: it may begin. */
  prepared(): void {
    if (this.#state !== 'preparing') return;
    this.#state = 'ready';
    this.#say();
  }

  /** The last second of this part; told with the next word. */
  pulse(sample: AudienceSample): void {
    this.#sample = sample;
  }

  /** Brings everything that was measured to the leader. The failure is a sentence; the file of this machine remains. */
  async deliver(part: PartFile): Promise<Result<void, string>> {
    const pieces = packText(JSON.stringify(part), this.#bus.maxTextBytes);
    const { index } = this.#options.part;
    for (const [piece, content] of pieces.entries()) {
      const text = JSON.stringify({ instance: this.#instance, index, piece, pieces: pieces.length, content });
      const taken = await this.#bringPiece(text);
      if (!taken.ok) return taken;
    }
    this.#state = 'delivered';
    this.#say();
    return succeed(undefined);
  }

  /** It will not run, or not any more, and has nothing to deliver. */
  leave(sentence: string): void {
    if (this.#state === 'delivered' || this.#state === 'left') return;
    this.#state = 'left';
    this.#sentence = sentence;
    this.#resolveStarted(fail(sentence));
    this.#say();
  }

  /** Says nothing any more. The bus is the caller's. */
  [Symbol.dispose](): void {
    this.#isClosed = true;
    this.#voice?.cancel();
    this.#deadMan?.cancel();
    this.#resolveStarted(fail('The cluster was left.'));
  }

  async #bringPiece(text: string): Promise<Result<void, string>> {
    for (let attempt = 0; attempt < pieceTries; attempt++) {
      const answer = readMessage(
        parcelAnswer,
        (await this.#bus.ask(this.#subjects.parcels, text, pieceWithinMs)) ?? '',
      );
      if (answer?.accepted === true) return succeed(undefined);
      if (answer !== null) return fail(`The leader did not take what was measured here: ${answer.sentence}.`);
    }
    return fail('The leader did not answer when it was given what was measured here; merge the part files by hand.');
  }

  #hearOrders(heard: Orders | null): void {
    if (this.#isClosed || heard === null || heard.leader !== this.#leader) return;
    this.#awaitLeader();
    if (heard.stop !== null) this.#stop(heard.stop.reason, heard.stop.withinMs);
    if (heard.startAtMs !== null) this.#hearStart(heard.startAtMs);
    for (const { viewers, atMs } of heard.viewerChanges.slice(this.#changesHeard)) {
      this.#options.hear.changeViewers(viewers, atMs);
    }
    this.#changesHeard = Math.max(this.#changesHeard, heard.viewerChanges.length);
  }

  #hearStart(startAtMs: number): void {
    if (this.#state !== 'ready' || this.#isStopped) return;
    const ownStartAtMs = startAtMs - this.#aheadMs;
    const lateMs = this.#options.clock.now() - ownStartAtMs;
    if (lateMs > latestStartMs) {
      this.leave(`This part heard of the start ${Math.round(lateMs)} ms after it, and does not begin late.`);
      return;
    }
    this.#state = 'running';
    this.#resolveStarted(succeed(ownStartAtMs));
    this.#say();
  }

  /** The dead-man switch: every word of the leader winds it up again. */
  #awaitLeader(): void {
    this.#deadMan?.cancel();
    this.#deadMan = this.#options.clock.deadline(silenceLimitMs, () => {
      const silence = `the leader of the run has not been heard for ${silenceLimitMs / 1000} seconds`;
      this.#stop(silence, rampDownMs);
    });
  }

  #stop(reason: string, withinMs: number): void {
    if (this.#isStopped) return;
    this.#isStopped = true;
    if (this.#state === 'running') this.#options.hear.stop(reason, withinMs);
    else this.leave(`Not begun: ${reason}.`);
  }

  #say(): void {
    if (this.#isClosed) return;
    this.#voice?.cancel();
    const { index } = this.#options.part;
    const state: PartState = {
      instance: this.#instance,
      index,
      state: this.#state,
      sentence: this.#sentence,
      sample: this.#sample,
    };
    this.#bus.publish(this.#subjects.parts, JSON.stringify(state));
    this.#voice = this.#options.clock.after(sayEveryMs, () => this.#say());
  }
}

interface Entry {
  readonly instance: string;
  readonly leader: string;
  readonly aheadMs: number;
}

/** Asks until somebody leads the run. The failure is a sentence. */
export async function joinCluster(bus: ClusterBus, options: MemberOptions): Promise<Result<ClusterMember, string>> {
  const subjects = subjectsOf(options.runId);
  const instance = randomUUID();
  const { part, fingerprint, clock, runId } = options;
  const request = JSON.stringify({ kind: 'join', instance, ...part, fingerprint });
  const untilMs = clock.now() + joinWithinMs;
  while (clock.now() < untilMs) {
    if (options.isGivenUp?.() === true) return fail('It was stopped before anybody led the run.');
    const askedAtMs = clock.now();
    const answer = readMessage(joinAnswer, (await bus.ask(subjects.join, request, answerWithinMs)) ?? '');
    if (answer?.kind === 'refused') return fail(answer.sentence);
    if (answer?.kind === 'welcome') {
      const aheadMs = await compareClocks(bus, subjects.clock, clock);
      return succeed(new ClusterMember(bus, options, { instance, leader: answer.leader, aheadMs }));
    }
    await pause(clock, askedAtMs + answerWithinMs - clock.now());
  }
  return fail(`Nobody leads the run ${runId} at this NATS server within ${joinWithinMs / 1000} seconds: start part 0.`);
}

/** By the quickest of some answers, half of its way back (as NTP does it). Without any, the clocks are believed alike. */
async function compareClocks(bus: ClusterBus, subject: string, clock: Clock): Promise<number> {
  let aheadMs = 0;
  let quickestMs = Infinity;
  for (let question = 0; question < clockQuestions; question++) {
    const sentMs = clock.now();
    const answer = readMessage(clockAnswer, (await bus.ask(subject, '{}', answerWithinMs)) ?? '');
    const tookMs = clock.now() - sentMs;
    if (answer === null || tookMs >= quickestMs) continue;
    quickestMs = tookMs;
    aheadMs = answer.nowMs - (sentMs + tookMs / 2);
  }
  return aheadMs;
}

async function pause(clock: Clock, ms: number): Promise<void> {
  if (ms > 0) await new Promise<void>((resolve) => void clock.after(ms, resolve));
}

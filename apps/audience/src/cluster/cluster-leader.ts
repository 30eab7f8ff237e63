import { randomUUID } from 'node:crypto';
import type { AudienceSample } from '@dropwise/contract/audience';
import { type Clock, fail, type Result, succeed, type Timer } from '@dropwise/kit';
import type { NamedPart } from '../merge/merge-parts.ts';
import { parsePartFile } from '../merge/part-file.ts';
import { type ClusterBus, subjectsOf } from './bus.ts';
import { sayEveryMs } from './cluster-member.ts';
import {
  type JoinAnswer,
  joinAnswer,
  joinRequest,
  type Orders,
  type ParcelPiece,
  parcelPiece,
  partState,
  readMessage,
} from './messages.ts';
import { PartBoard } from './part-board.ts';

export interface LeaderOptions {
  readonly runId: string;
  /** How many parts the run has. */
  readonly count: number;
  readonly fingerprint: string;
  readonly clock: Clock;
  readonly hear: LeaderListener;
}

export interface LeaderListener {
  /** A second of all machines together. */
  sample(sample: AudienceSample): void;
  /** What the one who watches must know, as a sentence. */
  problem(sentence: string): void;
}

/** What is there when nothing more is to come. */
export interface ClusterResult {
  /** Those that were delivered; `mergeParts` makes them one. */
  readonly parts: readonly NamedPart[];
  /** Why others were not, a sentence each. */
  readonly losses: readonly string[];
}

export const readyWithinMs = 120_000;
/** From the word to the start: it is said twice more in between. */
const startInMs = 2_500;
/** After a stop, when everybody has left: for what was measured to arrive. */
const deliverWithinMs = 60_000;
/** Until then every part has heard it, should the first word be lost. */
const changeInMs = 1_500;
const mostChanges = 1000;
const rampDownMs = 5_000;

/**
 * Holds the parts of a run together: one common start when all are ready, what they measure, one stop. It keeps nobody's
 * place: a part that comes late, twice, or with other settings is refused, and one that falls silent is lost.
 */
export class ClusterLeader implements Disposable {
  /** The common start, epoch ms by this clock; or why there was none. Never rejects. */
  readonly begun: Promise<Result<number, string>>;
  /** Never rejects. */
  readonly finished: Promise<ClusterResult>;
  readonly #bus: ClusterBus;
  readonly #options: LeaderOptions;
  readonly #subjects: ReturnType<typeof subjectsOf>;
  readonly #instance = randomUUID();
  readonly #board: PartBoard;
  readonly #files = new Map<number, NamedPart>();
  #isCandidate = true;
  #isClosed = false;
  #orders: Orders;
  #rhythm: Timer | null = null;
  /** What ends the waiting: for parts to be ready, and after a stop for what they measured. */
  #patience: Timer | null = null;
  #resolveBegun: (result: Result<number, string>) => void = () => {};
  #resolveFinished: (result: ClusterResult) => void = () => {};

  constructor(bus: ClusterBus, options: LeaderOptions) {
    this.#bus = bus;
    this.#options = options;
    this.#subjects = subjectsOf(options.runId);
    this.#board = new PartBoard(options.count, options.clock, (sentence) => options.hear.problem(sentence));
    this.#orders = { leader: this.#instance, startAtMs: null, viewerChanges: [], stop: null };
    this.begun = new Promise((resolve) => {
      this.#resolveBegun = resolve;
    });
    this.finished = new Promise((resolve) => {
      this.#resolveFinished = resolve;
    });
    bus.listen(this.#subjects.join, (text, reply) => this.#answerJoin(text, reply));
    bus.listen(this.#subjects.clock, (_text, reply) => reply(JSON.stringify({ nowMs: options.clock.now() })));
    bus.listen(this.#subjects.parts, (text) => this.#hearPart(text));
    bus.listen(this.#subjects.parcels, (text, reply) => this.#takePiece(text, reply));
  }

  /** Two may be started by mistake: of two that would lead, the one whose name comes first does. */
  async claim(withinMs: number): Promise<Result<void, string>> {
    const question = JSON.stringify({ kind: 'who-leads', instance: this.#instance });
    const answer = readMessage(joinAnswer, (await this.#bus.ask(this.#subjects.join, question, withinMs)) ?? '');
    if (answer?.kind === 'leads' && (!answer.isCandidate || answer.leader < this.#instance)) {
      return fail(`The run ${this.#options.runId} is led already: give this one another --run-id, or another part.`);
    }
    this.#isCandidate = false;
    this.#patience = this.#options.clock.deadline(readyWithinMs, () => this.#giveUpWaiting());
    this.#tick();
    return succeed(undefined);
  }

  /** Everybody leaves; the reason is told in every part's report. */
  stop(reason: string): void {
    if (this.#orders.stop !== null || this.#isClosed) return;
    this.#orders = { ...this.#orders, stop: { reason, withinMs: rampDownMs } };
    this.#patience?.cancel();
    this.#patience = this.#options.clock.deadline(rampDownMs + deliverWithinMs, () => this.#finish());
    this.#resolveBegun(fail(reason));
    this.#sayOrders();
    this.#finishWhenOver();
  }

  /** From now on so many at once, on all machines together. */
  changeViewers(viewers: number): Result<void, string> {
    const { startAtMs, viewerChanges, stop } = this.#orders;
    const sinceStartMs = this.#options.clock.now() - (startAtMs ?? Infinity);
    if (sinceStartMs < 0 || stop !== null) return fail('Viewers can be changed while the run is on.');
    if (viewerChanges.length === mostChanges) return fail(`Viewers can be changed ${mostChanges} times in a run.`);
    this.#orders = { ...this.#orders, viewerChanges: [...viewerChanges, { atMs: sinceStartMs + changeInMs, viewers }] };
    this.#sayOrders();
    return succeed(undefined);
  }

  /** Says nothing any more: parts that are still running leave when they have heard nothing for ten seconds. */
  [Symbol.dispose](): void {
    this.#isClosed = true;
    this.#rhythm?.cancel();
    this.#patience?.cancel();
    this.#resolveBegun(fail('The run was given up.'));
    this.#finish();
  }

  #answerJoin(text: string, reply: (text: string) => void): void {
    const request = readMessage(joinRequest, text);
    if (request === null || this.#isClosed) return;
    const say = (answer: JoinAnswer): void => reply(JSON.stringify(answer));
    if (request.kind === 'who-leads') {
      return say({ kind: 'leads', leader: this.#instance, isCandidate: this.#isCandidate });
    }
    if (this.#isCandidate) return;
    const refusal = this.#refusalOf(request);
    if (refusal !== null) return say({ kind: 'refused', sentence: refusal });
    this.#board.seat(request.index, request.instance);
    say({ kind: 'welcome', leader: this.#instance });
  }

  #refusalOf(request: { index: number; count: number; instance: string; fingerprint: string }): string | null {
    const { runId, count, fingerprint } = this.#options;
    const name = `Part ${request.index}`;
    if (request.count !== count || request.index >= count) {
      return `The run ${runId} has ${count} parts, and this is part ${request.index} of ${request.count}.`;
    }
    if (request.fingerprint !== fingerprint) {
      return `${name} has other settings than the rest of the run ${runId}: give all parts the same address, flags and file.`;
    }
    if (this.#board.isTaken(request.index, request.instance)) {
      return `${name} of the run ${runId} is there already: give each machine a part of its own.`;
    }
    if (this.#orders.stop !== null) return `The run ${runId} is over: ${this.#orders.stop.reason}.`;
    if (this.#orders.startAtMs === null) return null;
    return `The run ${runId} has begun without this process: a part that begins late would be another load.`;
  }

  #hearPart(text: string): void {
    const state = readMessage(partState, text);
    if (state === null || this.#isClosed) return;
    this.#board.hear(state);
    if (this.#orders.startAtMs === null) this.#beginWhenReady();
    this.#finishWhenOver();
  }

  #beginWhenReady(): void {
    if (this.#orders.stop !== null) return;
    const gone = this.#board.whoLeft();
    if (gone !== null) return this.stop(gone);
    if (!this.#board.areAllReady()) return;
    const startAtMs = this.#options.clock.now() + startInMs;
    this.#orders = { ...this.#orders, startAtMs };
    this.#patience?.cancel();
    this.#sayOrders();
    this.#resolveBegun(succeed(startAtMs));
  }

  #giveUpWaiting(): void {
    this.stop(`${this.#board.describeUnready()} not ready within ${readyWithinMs / 1000} seconds`);
  }

  #takePiece(text: string, reply: (text: string) => void): void {
    const piece = readMessage(parcelPiece, text);
    const refusal = piece === null ? 'it is no piece of a part file' : this.#keepPiece(piece);
    reply(JSON.stringify({ accepted: refusal === null, sentence: refusal ?? '' }));
  }

  #keepPiece(piece: ParcelPiece): string | null {
    if (this.#isClosed) return 'the run is over';
    if (!this.#board.isOf(piece.index, piece.instance)) return `part ${piece.index} is another process`;
    const text = this.#board.parcelOf(piece.index).add(piece);
    if (!text.ok) return text.failure;
    if (text.value === null) return null;
    const name = `part ${piece.index}`;
    const file = parsePartFile(text.value, name);
    if (!file.ok) return file.failure;
    if (file.value.runId !== this.#options.runId) return `it is of another run, ${file.value.runId}`;
    this.#files.set(piece.index, { name, part: file.value });
    return null;
  }

  #tick(): void {
    if (this.#isClosed) return;
    const { clock, hear } = this.#options;
    this.#rhythm = clock.after(sayEveryMs, () => this.#tick());
    this.#sayOrders();
    this.#board.look(this.#orders.startAtMs !== null);
    const sample = this.#board.takeSample();
    if (sample !== null) hear.sample(sample);
    this.#finishWhenOver();
  }

  #sayOrders(): void {
    if (!this.#isClosed) this.#bus.publish(this.#subjects.orders, JSON.stringify(this.#orders));
  }

  /** When every part has delivered, left or is lost. */
  #finishWhenOver(): void {
    const { startAtMs, stop } = this.#orders;
    if ((startAtMs !== null || stop !== null) && this.#board.isOver()) this.#finish();
  }

  #finish(): void {
    const losses = this.#board.describeLosses(new Set(this.#files.keys()));
    this.#resolveFinished({ parts: [...this.#files.values()], losses });
  }
}

/** The failure is a sentence: somebody else leads. */
export async function leadCluster(
  bus: ClusterBus,
  options: LeaderOptions,
  claimWithinMs = 1_000,
): Promise<Result<ClusterLeader, string>> {
  const leader = new ClusterLeader(bus, options);
  const claimed = await leader.claim(claimWithinMs);
  if (claimed.ok) return succeed(leader);
  leader[Symbol.dispose]();
  return claimed;
}

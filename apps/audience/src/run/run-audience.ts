import { type AudienceSample, Timeline } from '@dropwise/contract/audience';
import { assertNever, type Clock, fail, type Result, succeed, type Timer } from '@dropwise/kit';
import { mergeSnapshots, type PlannedViewer, planRun, type Snapshot } from '@dropwise/load';
import type { RunSettings } from '../config/run-settings.ts';
import type { ConsentOffice } from '../consent/consent-office.ts';
import { RateGuard } from '../consent/rate-guard.ts';
import { type ServedShard, serveShard } from '../consent/serve-shard.ts';
import { formatClock } from '../report/format-quantity.ts';
import type { GeneratorFacts } from '../report/report-facts.ts';
import { type ClockOffset, joinOffsets } from '../viewer/origin-clock.ts';
import { GeneratorWatch } from './generator-watch.ts';
import { type BoardSecond, PulseBoard } from './pulse-board.ts';
import { type MachineUsage, sampleOf } from './sample-of.ts';
import { SaturationGuard, saturationPatienceSeconds } from './saturation-guard.ts';
import type { FromShard, ToShard } from './shard-message.ts';
import type { ShardHandle } from './shard-process.ts';
import type { EgressState } from './shard-pulse.ts';

export interface RunDeps {
  readonly runId: string;
  readonly version: string;
  /** Checked for `settings.url` already. */
  readonly office: ConsentOffice;
  readonly clock: Clock;
  /** Epoch ms. */
  readonly wallNow: () => number;
  readonly startShard: (index: number, hear: (message: FromShard) => void) => ShardHandle;
  readonly machineUsage: () => MachineUsage;
  /** Of several machines: asked when the shards here are ready, for the instant that all begin at. Null = this is the only one. */
  readonly awaitStart?: (() => Promise<Result<number, string>>) | null;
  readonly onStart: (startAtMs: number) => void;
  readonly onSample: (sample: AudienceSample) => void;
  readonly onProblem: (sentence: string) => void;
}

/** What is known when everybody has left. */
export interface RunResult {
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  readonly snapshot: Snapshot;
  readonly timeline: readonly AudienceSample[];
  readonly generator: GeneratorFacts;
  readonly egress: readonly EgressState[];
  /** Why it ended before its plan; null = it did not. */
  readonly endedEarly: string | null;
  /** How far the origin's clock is from this machine's, by all of its answers; null = it did not say. */
  readonly clockOffset: ClockOffset | null;
  readonly notes: readonly string[];
}

/** A run that is on. */
export interface RunningAudience {
  /** Never rejects. Fails with a sentence when it could not begin. */
  readonly finished: Promise<Result<RunResult, string>>;
  /** Everybody leaves within five seconds; `reason` is told in the report. Again: at once. */
  stop(reason: string): void;
  /**
   * So many at once, on all machines together, as of `atMs` since the common start; null = as soon as every shard here has
   * heard it. The failure is a sentence, and nothing has changed.
   */
  changeViewers(viewers: number, atMs?: number | null): Result<void, string>;
  /** Whether so many would be allowed. The failure is a sentence. */
  checkViewers(viewers: number): Result<void, string>;
}

const readyWithinMs = 30_000;
/** Between the word and the common start: every shard has heard it by then. */
const startInMs = 500;
const changeInMs = 500;
const rampDownMs = 4_000;
/** After a stop; what has not ended by then is killed. */
const lastWordMs = 8_000;
/** A report is no log. */
const maxNotedChanges = 20;

export function runAudience(
  settings: RunSettings,
  shardCount: number,
  topBandwidth: number | null,
  deps: RunDeps,
): RunningAudience {
  return new Run(settings, shardCount, topBandwidth, deps);
}

interface Seat {
  readonly handle: ShardHandle;
  readonly consent: ServedShard;
  snapshot: Snapshot | null;
  clockOffset: ClockOffset | null;
}

/**
 *   opening ──all shards ready──▶ running ──everybody left──▶ over
 *      │ one cannot begin            │ stop, withdrawn consent, too much taken
 *      └──▶ failed                   └──▶ stopping ──everybody left, or 8 s──▶ over
 */
class Run implements RunningAudience {
  readonly finished: Promise<Result<RunResult, string>>;
  readonly #settings: RunSettings;
  readonly #topBandwidth: number | null;
  readonly #deps: RunDeps;
  readonly #seats: readonly Seat[];
  readonly #board: PulseBoard;
  readonly #timeline = new Timeline();
  readonly #watch = new GeneratorWatch();
  readonly #rate = new RateGuard();
  readonly #saturation = new SaturationGuard();
  readonly #notes: string[] = [];
  /** Of the number of viewers, while it is on. */
  readonly #changes: string[] = [];
  readonly #news: Disposable;
  readonly #timers: Timer[] = [];
  readonly #ready = new Set<number>();
  #before: AudienceSample | null = null;
  #startedAtMs: number | null = null;
  #endedEarly: string | null = null;
  #isStopping = false;
  #isOver = false;
  #wasKilled = false;
  #failToBegin: (sentence: string) => void = () => {};
  #onAllReady: () => void = () => {};

  constructor(settings: RunSettings, shardCount: number, topBandwidth: number | null, deps: RunDeps) {
    this.#settings = settings;
    this.#topBandwidth = topBandwidth;
    this.#deps = deps;
    this.#board = new PulseBoard(Array.from({ length: shardCount }).keys(), (second) => this.#tell(second));
    this.#news = deps.office.subscribe((news) => {
      if (news.kind === 'withdrawn') this.stop(news.sentence);
    });
    this.#seats = Array.from({ length: shardCount }, (_, index) => this.#seat(index, shardCount));
    this.finished = this.#conduct();
  }

  stop(reason: string): void {
    if (this.#isOver) return;
    if (this.#startedAtMs === null) return this.#failToBegin(reason);
    const withinMs = this.#isStopping ? 0 : rampDownMs;
    this.#endedEarly ??= reason;
    this.#say({ kind: 'stop', withinMs });
    if (this.#isStopping) return;
    this.#isStopping = true;
    this.#timers.push(this.#deps.clock.deadline(lastWordMs, () => this.#killAll()));
  }

  changeViewers(viewers: number, atMs: number | null = null): Result<void, string> {
    const judged = this.checkViewers(viewers);
    if (!judged.ok || this.#startedAtMs === null) return judged;
    this.#deps.office.changeViewers(viewers);
    const fromMs = atMs ?? this.#soonMs(this.#startedAtMs);
    this.#say({ kind: 'viewers', viewers, atMs: fromMs });
    if (this.#changes.length < maxNotedChanges) this.#changes.push(`${viewers} from ${formatClock(fromMs)}`);
    else this.#changes[maxNotedChanges] = 'and more after that';
    return succeed(undefined);
  }

  checkViewers(viewers: number): Result<void, string> {
    if (this.#startedAtMs === null || this.#isStopping) return fail('Viewers can be changed while the run is on.');
    return this.#deps.office.checkLoad(viewers, this.#topBandwidth ?? 0);
  }

  async #conduct(): Promise<Result<RunResult, string>> {
    const begun = await this.#begin();
    if (!begun.ok) {
      this.#killAll();
      await Promise.all(this.#seats.map(({ handle }) => handle.gone));
      this.#letGo();
      return begun;
    }
    await Promise.all(this.#seats.map((seat) => this.#untilGone(seat)));
    const endedAtMs = this.#deps.wallNow();
    this.#letGo();
    return succeed(this.#result(begun.value, endedAtMs));
  }

  /** The common start, epoch ms. */
  #begin(): Promise<Result<number, string>> {
    return new Promise((resolve) => {
      let isGivenUp = false;
      const giveUp = (sentence: string): void => {
        isGivenUp = true;
        resolve(fail(sentence));
      };
      this.#failToBegin = giveUp;
      const late = `A shard was not ready within ${readyWithinMs / 1_000} seconds: the machine is too busy, or has too little memory.`;
      const tooLate = this.#deps.clock.deadline(readyWithinMs, () => giveUp(late));
      this.#timers.push(tooLate);
      for (const { handle } of this.#seats) {
        void handle.gone.then((sentence) => giveUp(sentence ?? 'A shard ended before it began.'));
      }
      this.#onAllReady = () => {
        tooLate.cancel();
        const { awaitStart, wallNow } = this.#deps;
        if (awaitStart == null) return this.#start(wallNow() + startInMs, resolve);
        void awaitStart().then((start) => {
          if (!start.ok) giveUp(start.failure);
          else if (!isGivenUp) this.#start(start.value, resolve);
        });
      };
    });
  }

  #start(startAtMs: number, resolve: (begun: Result<number, string>) => void): void {
    this.#startedAtMs = startAtMs;
    this.#say({ kind: 'start', startAtMs });
    this.#deps.onStart(startAtMs);
    resolve(succeed(startAtMs));
  }

  #seat(index: number, seatCount: number): Seat {
    const { office, runId, version } = this.#deps;
    const handle = this.#deps.startShard(index, (message) => this.#hear(index, message));
    const consent = serveShard(office, (answer) => handle.send({ kind: 'consent', answer }));
    // Of machines first, then of processes: machines may have different numbers of them.
    const part = this.#settings.part ?? { index: 0, count: 1 };
    const shard = { index: part.index + part.count * index, count: part.count * seatCount };
    handle.send({ kind: 'begin', runId, version, settings: this.#settings, shard });
    return { handle, consent, snapshot: null, clockOffset: null };
  }

  #hear(index: number, message: FromShard): void {
    const seat = this.#seats[index];
    if (seat === undefined) return;
    switch (message.kind) {
      case 'ready':
        this.#ready.add(index);
        if (this.#ready.size === this.#seats.length) this.#onAllReady();
        return;
      case 'consent':
        return seat.consent.hear(message.question);
      case 'pulse':
        return this.#board.add(index, message.pulse);
      case 'problem':
        return this.#deps.onProblem(message.sentence);
      case 'measured':
        seat.snapshot = message.snapshot;
        return;
      case 'ended':
        seat.snapshot = message.snapshot;
        seat.clockOffset = message.clockOffset;
        this.#board.add(index, message.pulse);
        return;
      default:
        return assertNever(message);
    }
  }

  async #untilGone(seat: Seat): Promise<void> {
    const accident = await seat.handle.gone;
    this.#board.remove(seat.handle.index);
    if (accident === null) return;
    const wasKilled = this.#wasKilled;
    this.#endedEarly ??= wasKilled ? 'a shard did not end in time' : 'a shard was lost';
    const sentence = `${accident} ${whatIsKept(seat.snapshot)}`;
    this.#notes.push(sentence);
    this.#deps.onProblem(sentence);
  }

  #tell(second: BoardSecond): void {
    const sample = sampleOf(second, this.#before, this.#deps.machineUsage());
    this.#before = sample;
    this.#timeline.add(sample);
    this.#watch.look(second.pulses, sample);
    this.#deps.onSample(sample);
    const tooMuch = this.#rate.observe(sample.atMs, sample.readBytes, this.#deps.office.maxMbps);
    if (tooMuch !== null) this.stop(tooMuch);
    if (this.#saturation.observe(sample.tool)) this.#addNoMore();
  }

  /** Where a person steers, or other machines have the same plan, it is only told at the end. */
  #addNoMore(): void {
    const { part, seed } = this.#settings;
    if (part !== null || this.#changes.length > 0 || this.#isStopping || this.#startedAtMs === null) return;
    const atMs = this.#soonMs(this.#startedAtMs);
    const plan = planRun(this.#settings, seed);
    const viewers = plan.viewers.filter((each) => isThereAt(each, atMs)).length;
    if (viewers === 0 || viewers >= plan.peakViewers) return;
    this.#deps.office.changeViewers(viewers);
    this.#say({ kind: 'viewers', viewers, atMs });
    const sentence = `The tool did not keep up for ${saturationPatienceSeconds} seconds: at ${formatClock(atMs)} it was held at ${viewers} viewers, and no more were added.`;
    this.#notes.push(sentence);
    this.#deps.onProblem(sentence);
  }

  #soonMs(startedAtMs: number): number {
    return Math.max(0, this.#deps.wallNow() - startedAtMs) + changeInMs;
  }

  #result(startedAtMs: number, endedAtMs: number): RunResult {
    const snapshots = this.#seats.flatMap(({ snapshot }) => snapshot ?? []);
    return {
      startedAtMs,
      endedAtMs,
      snapshot: mergeSnapshots(snapshots),
      timeline: this.#timeline.samples(),
      generator: this.#watch.facts(this.#seats.length, this.#deps.machineUsage().retransmits),
      egress: joinEgress(this.#board.latest().flatMap(({ egress }) => egress)),
      endedEarly: this.#endedEarly,
      clockOffset: joinOffsets(this.#seats.flatMap(({ clockOffset }) => clockOffset ?? [])),
      notes: [...changeNotes(this.#settings.viewers, this.#changes), ...this.#notes],
    };
  }

  #say(message: ToShard): void {
    for (const { handle } of this.#seats) handle.send(message);
  }

  #killAll(): void {
    this.#wasKilled = true;
    for (const { handle } of this.#seats) handle[Symbol.dispose]();
  }

  #letGo(): void {
    this.#isOver = true;
    this.#news[Symbol.dispose]();
    for (const timer of this.#timers) timer.cancel();
    for (const { consent } of this.#seats) consent[Symbol.dispose]();
  }
}

function isThereAt({ joinAtMs, leaveAtMs }: PlannedViewer, atMs: number): boolean {
  return joinAtMs <= atMs && (leaveAtMs === null || leaveAtMs > atMs);
}

function changeNotes(viewers: number, changes: readonly string[]): readonly string[] {
  if (changes.length === 0) return [];
  return [`The number of viewers was changed while the run was on: ${[`${viewers} at first`, ...changes].join(', ')}.`];
}

/** Of a shard that went without a last word. */
function whatIsKept(snapshot: Snapshot | null): string {
  if (snapshot === null) return 'Nothing of what its viewers measured is in the figures.';
  return `The figures hold what its viewers had measured by ${formatClock(snapshot.windowMs ?? 0)}, and nothing after it.`;
}

/** Of several shards: what is said of the one where it is worst. */
function joinEgress(states: readonly EgressState[]): readonly EgressState[] {
  return [...Map.groupBy(states, ({ name }) => name).values()].flatMap(
    (same) => same.find(({ note }) => note !== null) ?? same[0] ?? [],
  );
}

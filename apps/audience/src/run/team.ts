import type { AudienceSample } from '@dropwise/contract/audience';
import { type Clock, fail, type Result, succeed } from '@dropwise/kit';
import { type ClusterSeat, openClusterSeat } from '../cluster/index.ts';
import type { RunSettings } from '../config/run-settings.ts';
import { RateGuard } from '../consent/rate-guard.ts';
import { createPartFile, mergeParts } from '../merge/index.ts';
import type { ReportFacts } from '../report/report-facts.ts';
import type { RunningAudience } from './run-audience.ts';

export interface TeamOptions {
  readonly runId: string;
  readonly clock: Clock;
  /** What the origin takes at most, from all machines together; null = no limit. */
  readonly maxMbps: () => number | null;
  /** This machine's part; null = it has not begun. */
  readonly running: () => RunningAudience | null;
  /** Everybody, where the run is led; else this machine. */
  readonly stop: (reason: string) => void;
  /** Stopped by hand while it waits for the others. */
  readonly isStopped: () => boolean;
  readonly tellSample: (sample: AudienceSample) => void;
  readonly tellProblem: (sentence: string) => void;
}

/** This machine among those that run one run over NATS. */
export interface Team extends AsyncDisposable {
  /** It is told of all machines, and reports for all. */
  readonly isLeading: boolean;
  /** The shards are ready: when all machines begin. */
  readonly begin: () => Promise<Result<number, string>>;
  pulse(sample: AudienceSample): void;
  stopAll(reason: string): void;
  changeViewers(viewers: number): Result<void, string>;
  /** What is reported: of all machines where the run is led, else of this one. */
  finish(own: ReportFacts): Promise<ReportFacts>;
  /** It did not begin: nobody does. */
  leave(sentence: string): Promise<void>;
}

export async function joinTeam(
  settings: RunSettings & { readonly nats: string },
  options: TeamOptions,
): Promise<Result<Team, string>> {
  const rate = new RateGuard();
  let isStopped = false;
  const seat = await openClusterSeat(settings, {
    runId: options.runId,
    clock: options.clock,
    isGivenUp: options.isStopped,
    hear: {
      stop: (reason) => {
        // A second stop would end this part without what it still has to say.
        if (!isStopped) options.running()?.stop(reason);
        isStopped = true;
      },
      changeViewers: (viewers, atMs) => {
        const changed = options.running()?.changeViewers(viewers, atMs);
        if (changed?.ok === false) options.tellProblem(changed.failure);
      },
      sample: (sample) => {
        options.tellSample(sample);
        const tooMuch = rate.observe(sample.atMs, sample.readBytes, options.maxMbps());
        if (tooMuch !== null) options.stop(tooMuch);
      },
      problem: options.tellProblem,
    },
  });
  if (!seat.ok) return seat;
  return succeed(
    new SeatedTeam(seat.value, options, () => {
      isStopped = true;
    }),
  );
}

class SeatedTeam implements Team {
  readonly begin: () => Promise<Result<number, string>>;
  readonly #seat: ClusterSeat;
  readonly #options: TeamOptions;
  readonly #markStopped: () => void;

  constructor(seat: ClusterSeat, options: TeamOptions, markStopped: () => void) {
    this.#seat = seat;
    this.#options = options;
    this.#markStopped = markStopped;
    this.begin = () => seat.begin();
  }

  get isLeading(): boolean {
    return this.#seat.isLeading;
  }

  pulse(sample: AudienceSample): void {
    this.#seat.pulse(sample);
  }

  /** By hand: this machine is stopped by who says so. */
  stopAll(reason: string): void {
    this.#markStopped();
    this.#seat.stopAll(reason);
  }

  changeViewers(viewers: number): Result<void, string> {
    const judged =
      this.#options.running()?.checkViewers(viewers) ?? fail('Viewers can be changed while the run is on.');
    return judged.ok ? this.#seat.changeViewers(viewers) : judged;
  }

  async finish(own: ReportFacts): Promise<ReportFacts> {
    const part = createPartFile(own);
    const end = await this.#seat.finish(part);
    if (end.kind === 'delivered') return own;
    if (end.kind === 'undelivered') return { ...own, notes: [...own.notes, end.sentence] };
    const index = own.settings.part?.index ?? 0;
    const others = end.parts.filter((one) => (one.part.settings.part?.index ?? 0) !== index);
    const merged = mergeParts([{ name: `part ${index}`, part }, ...others], own.version);
    if (!merged.ok) return { ...own, endedEarly: own.endedEarly ?? merged.failure };
    return { ...merged.value, notes: [...merged.value.notes, ...end.losses] };
  }

  async leave(sentence: string): Promise<void> {
    await this.#seat.leave(sentence);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#seat[Symbol.asyncDispose]();
  }
}

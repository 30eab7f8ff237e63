import type { Job } from './job.ts';
import { creditedDrops, type JobProgress, ladderFrom, nextWindowChange, type Rung, startProgress } from './ladder.ts';
import type { Price } from './plan-request.ts';
import { growthOf, urgencyOf } from './urgency.ts';
import type { PlanGoal } from './wish.ts';

const tolerance = 1e-6;

/** What holds for the whole of a simulation. */
export interface Terms {
  readonly price: Price;
  readonly goal: PlanGoal;
}

/** A job while it is being simulated. All times in mined minutes from now. */
export interface Run {
  readonly job: Job;
  readonly progress: JobProgress;
  rungs: readonly Rung[];
  /** A window opens or closes then, or it is watched until then: the rungs have to be worked out anew. */
  changesAt: number;
  /** Minutes until a drop is finished, were nothing else watched. */
  toNextMinutes: number;
  /** Whether time may be planned for it now, and when that changes. */
  isLikely: boolean;
  turnsAt: number;
  /** As of the last time it was asked for. */
  urgency: number;
  /** See `growthOf`: while this is below that of another, the run is less urgent. */
  growth: number;
}

export function startRun(job: Job, terms: Terms): Run {
  const run = {
    job,
    progress: startProgress(job),
    rungs: [],
    changesAt: Number.NEGATIVE_INFINITY,
    toNextMinutes: Infinity,
    isLikely: false,
    turnsAt: Number.NEGATIVE_INFINITY,
    urgency: Number.NEGATIVE_INFINITY,
    growth: Infinity,
  };
  refresh(run, 0, terms);
  return run;
}

/** Whether `refresh` has something to do. */
export function isStale(run: Run, at: number): boolean {
  return at >= run.changesAt - tolerance || at >= run.turnsAt - tolerance;
}

/** Brings the run up to date where a window has opened or closed, minutes were watched, or streams have begun or ended. */
export function refresh(run: Run, at: number, { goal }: Terms): void {
  const { job, progress } = run;
  if (at >= run.turnsAt - tolerance) {
    run.isLikely = job.supply.isLikely(at);
    run.turnsAt = job.supply.turns.find((turn) => turn > at + tolerance) ?? Infinity;
  }
  if (at < run.changesAt - tolerance) return;
  run.rungs = ladderFrom(job, progress, at, goal);
  run.changesAt = nextWindowChange(job, progress.leftMinutes, at);
  run.toNextMinutes = minutesToNext(run, at);
  run.growth = run.rungs.length === 0 ? -Infinity : Infinity;
}

/** Works the urgency out anew. -Infinity = nothing can be finished. */
export function judge(run: Run, at: number, { price }: Terms, current: Job | null): number {
  run.urgency = run.rungs.length === 0 ? -Infinity : urgencyOf(run.job, run.rungs, at, price, run.job === current);
  run.growth = growthOf(run.urgency, at);
  return run.urgency;
}

function minutesToNext({ job, progress }: Run, at: number): number {
  let minutes = Infinity;
  for (const index of creditedDrops(job, progress.leftMinutes, at)) {
    minutes = Math.min(minutes, progress.leftMinutes[index] ?? Infinity);
  }
  return minutes;
}

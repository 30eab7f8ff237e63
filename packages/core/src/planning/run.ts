import type { Job } from './job.ts';
import { creditedDrops, type JobProgress, ladderFrom, nextWindowChange, type Rung, startProgress } from './ladder.ts';
import type { Price } from './plan-request.ts';
import { growthOf, urgencyMinutes, urgencyOf } from './urgency.ts';
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
  /** As of the last time it was asked for. */
  urgency: number;
  /** What the urgency can have grown to, as `canExceed` reads it. */
  growth: number;
}

export function startRun(job: Job, terms: Terms): Run {
  const run = {
    job,
    progress: startProgress(job),
    rungs: [],
    changesAt: Number.NEGATIVE_INFINITY,
    toNextMinutes: Infinity,
    urgency: Number.NEGATIVE_INFINITY,
    growth: Infinity,
  };
  refresh(run, 0, terms);
  return run;
}

/** Brings the rungs up to date where a window has opened or closed, or minutes were watched. */
export function refresh(run: Run, at: number, { goal }: Terms): void {
  if (at < run.changesAt - tolerance) return;
  run.rungs = ladderFrom(run.job, run.progress, at, goal);
  run.changesAt = nextWindowChange(run.job, run.progress.leftMinutes, at);
  run.toNextMinutes = minutesToNext(run, at);
  run.growth = Infinity;
}

/** Works the urgency out anew. -Infinity = nothing can be finished. */
export function judge(run: Run, at: number, { price }: Terms, current: Job | null): number {
  run.urgency = run.rungs.length === 0 ? -Infinity : urgencyOf(run.job, run.rungs, at, price, run.job === current);
  run.growth = growthOf(run.urgency, at);
  return run.urgency;
}

/** Whether the run can have become more urgent than this without having been judged again. */
export function canExceed(run: Run, at: number, urgencyLog: number): boolean {
  return run.growth + at / urgencyMinutes > urgencyLog;
}

function minutesToNext({ job, progress }: Run, at: number): number {
  let minutes = Infinity;
  for (const index of creditedDrops(job, progress.leftMinutes, at)) {
    minutes = Math.min(minutes, progress.leftMinutes[index] ?? Infinity);
  }
  return minutes;
}

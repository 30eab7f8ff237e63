import { chooseFit, type FitCandidate, fitOptions } from './choose-fit.ts';
import { Guard } from './guard.ts';
import type { Job } from './job.ts';
import {
  advance,
  creditedDrops,
  type JobProgress,
  ladderFrom,
  nextWindowChange,
  type Rung,
  startProgress,
} from './ladder.ts';
import type { Price } from './plan-request.ts';
import { mostUrgentOf, urgencyOf } from './urgency.ts';
import type { PlanGoal } from './wish.ts';

/** A stretch of watching one campaign, in mined minutes from now. */
export interface Stretch {
  readonly job: Job;
  /** Position in the job's line. */
  readonly place: number;
  readonly from: number;
  to: number;
  readonly finishes: number[];
}

/** A job while it is being simulated. */
export interface Run {
  readonly job: Job;
  readonly progress: JobProgress;
  rungs: readonly Rung[];
  /** A window opens or closes then, or it is watched until then: the rungs have to be worked out anew. */
  changesAt: number;
  /** No later urgency of these rungs is higher. */
  mostUrgent: number;
  urgency: number;
}

export interface Simulation {
  readonly stretches: readonly Stretch[];
  readonly runs: readonly Run[];
  /** Open now and worth a minute, best first, whether or not somebody is live. */
  readonly order: readonly Run[];
  /** When each drop is finished (mined minutes from now), by job and position. */
  finishedAt(job: Job, index: number): number | null;
}

const tolerance = 1e-6;
/** Nothing is begun for less. */
const leastMinutes = 1;
/** [from, every]: how often it is asked again what is best, in mined minutes from now. */
const paces: readonly (readonly [number, number])[] = [
  [0, 15],
  [6 * 60, 30],
  [24 * 60, 120],
  [72 * 60, 360],
];

/**
 * Watches the known campaigns to the end of the horizon, as the plan would: always the most urgent job that takes no
 * time from what was chosen to fit. What comes later than now is expected, not known.
 */
export function simulate(jobs: readonly Job[], horizonMinutes: number, price: Price, goal: PlanGoal): Simulation {
  const runs = jobs.map((job) => startRun(job, goal));
  const guard = new Guard(chooseFit(candidatesOf(runs, price, goal)));
  const finished = new Map<Job, (number | null)[]>(jobs.map((job) => [job, job.drops.map(() => null)]));
  const stretches: Stretch[] = [];
  const openings = openingsOf(jobs);
  const watchedFirst = jobs.find((job) => job.watched) ?? null;
  const first = rankGuarded(openRuns(runs, 0, price, goal, watchedFirst), guard, 0);
  let current = watchedFirst;
  let at = 0;
  while (at < horizonMinutes - tolerance) {
    guard.settle(at);
    const { pick, allowedMinutes } =
      pickQuickly(runs, guard, at, price, goal, current) ?? pickRanked(runs, guard, at, price, goal, current);
    const until = Math.min(horizonMinutes, nextQuestion(openings, at));
    if (pick === null) {
      at = until;
      continue;
    }
    const minutes = Math.min(until - at, pick.changesAt - at, minutesOf(pick, at, allowedMinutes));
    watch(pick, at, minutes, stretches, finished);
    guard.watched(pick.job, minutes);
    current = pick.job;
    at += minutes;
  }
  return {
    stretches,
    runs,
    order: first.ranked,
    finishedAt: (job, index) => finished.get(job)?.[index] ?? null,
  };
}

function startRun(job: Job, goal: PlanGoal): Run {
  const progress = startProgress(job);
  return {
    job,
    progress,
    rungs: ladderFrom(job, progress, 0, goal),
    changesAt: nextWindowChange(job, progress.leftMinutes, 0),
    mostUrgent: Infinity,
    urgency: -Infinity,
  };
}

/** What can be promised: everything that can be watched now, and what opens later and will surely be watchable. */
function candidatesOf(runs: readonly Run[], price: Price, goal: PlanGoal): readonly FitCandidate[] {
  const candidates: FitCandidate[] = [];
  for (const { job, progress, rungs } of runs) {
    if (!job.supply.liveNow) continue;
    if (rungs.length > 0) {
      const options = fitOptions(job, rungs, 0, price);
      if (options.length > 0) candidates.push({ job, options, releaseAt: 0 });
      continue;
    }
    if (!job.supply.always) continue;
    const opensAt = Math.min(...job.drops.map((drop) => (drop.opensAt > 0 ? drop.opensAt : Infinity)));
    if (opensAt === Infinity) continue;
    const later = fitOptions(job, ladderFrom(job, progress, opensAt, goal), opensAt, price);
    if (later.length > 0) candidates.push({ job, options: later, releaseAt: opensAt });
  }
  return candidates;
}

function openRuns(runs: readonly Run[], at: number, price: Price, goal: PlanGoal, current: Job | null): readonly Run[] {
  const open: Run[] = [];
  for (const run of runs) {
    refresh(run, at, price, goal);
    if (run.rungs.length === 0) continue;
    run.urgency = urgencyOf(run.job, run.rungs, at, price, run.job === current);
    if (run.urgency > -Infinity) open.push(run);
  }
  return open;
}

function refresh(run: Run, at: number, price: Price, goal: PlanGoal): void {
  if (at < run.changesAt - tolerance && run.mostUrgent < Infinity) return;
  run.rungs = ladderFrom(run.job, run.progress, at, goal);
  run.changesAt = nextWindowChange(run.job, run.progress.leftMinutes, at);
  run.mostUrgent = mostUrgentOf(run.rungs, price);
}

interface Pick {
  /** Null = nothing can be watched. */
  readonly pick: Run | null;
  readonly allowedMinutes: number;
}

/**
 * The same as `pickRanked` where something can be watched that harms nothing chosen, in one pass and without sorting.
 * Null = there is no such thing.
 */
function pickQuickly(
  runs: readonly Run[],
  guard: Guard,
  at: number,
  price: Price,
  goal: PlanGoal,
  current: Job | null,
): Pick | null {
  const allowance = guard.allowances(at, true);
  let pick: Run | null = null;
  let pickClass = worstClass;
  for (const run of runs) {
    refresh(run, at, price, goal);
    if (run.rungs.length === 0) continue;
    if (pick !== null && pickClass === 0 && run.mostUrgent <= pick.urgency) continue;
    const allowedMinutes = allowance(run.job);
    if (allowedMinutes < leastMinutes || !run.job.supply.isLikely(at)) continue;
    run.urgency = urgencyOf(run.job, run.rungs, at, price, run.job === current);
    if (run.urgency === -Infinity) continue;
    const runClass = classOf(run, at, allowedMinutes);
    if (pick !== null && (runClass > pickClass || (runClass === pickClass && run.urgency <= pick.urgency))) continue;
    pick = run;
    pickClass = runClass;
  }
  return pick === null ? null : { pick, allowedMinutes: allowance(pick.job) };
}

function pickRanked(
  runs: readonly Run[],
  guard: Guard,
  at: number,
  price: Price,
  goal: PlanGoal,
  current: Job | null,
): Pick {
  const { ranked, allowance } = rankGuarded(openRuns(runs, at, price, goal, current), guard, at);
  const pick = ranked.find(({ job }) => job.supply.isLikely(at)) ?? null;
  return { pick, allowedMinutes: pick === null ? 0 : allowance(pick.job) };
}

interface Ranking {
  readonly ranked: readonly Run[];
  readonly allowance: (job: Job) => number;
}

/** With margins as long as that leaves something to watch. */
function rankGuarded(open: readonly Run[], guard: Guard, at: number): Ranking {
  const careful = guard.allowances(at, true);
  const isFree = ({ job }: Run): boolean => careful(job) >= leastMinutes && job.supply.isLikely(at);
  const allowance = open.some(isFree) ? careful : guard.allowances(at, false);
  const keyed = open.map((run, index) => ({ run, class: classOf(run, at, allowance(run.job)), index }));
  keyed.sort((a, b) => a.class - b.class || b.run.urgency - a.run.urgency || a.index - b.index);
  return { ranked: keyed.map(({ run }) => run), allowance };
}

const worstClass = 3;

/**
 * What pays and can finish a drop before something chosen needs the time; what pays but would have to be left before that;
 * what does not pay its price and only fills; and last what would take time from what was chosen.
 */
function classOf(run: Run, at: number, allowedMinutes: number): number {
  if (allowedMinutes < leastMinutes) return worstClass;
  if (run.urgency <= 0) return 2;
  return allowedMinutes >= minutesToNext(run, at) ? 0 : 1;
}

/** When windows open, ascending. */
function openingsOf(jobs: readonly Job[]): readonly number[] {
  const openings = new Set(jobs.flatMap((job) => job.drops.map((drop) => drop.opensAt)));
  return [...openings].filter((at) => at > 0).sort((a, b) => a - b);
}

function nextQuestion(openings: readonly number[], at: number): number {
  let every = 15;
  for (const [from, pace] of paces) if (at >= from - tolerance) every = pace;
  const atPace = (Math.floor((at + tolerance) / every) + 1) * every;
  return Math.min(atPace, openings.find((opening) => opening > at + tolerance) ?? Infinity);
}

/** Until the next drop is finished, and only as long as nothing chosen is harmed. */
function minutesOf(run: Run, at: number, allowedMinutes: number): number {
  const allowed = allowedMinutes >= leastMinutes ? allowedMinutes : Infinity;
  return Math.min(allowed, minutesToNext(run, at));
}

function minutesToNext({ job, progress }: Run, at: number): number {
  let minutes = Infinity;
  for (const index of creditedDrops(job, progress.leftMinutes, at)) {
    minutes = Math.min(minutes, progress.leftMinutes[index] ?? Infinity);
  }
  return minutes;
}

function watch(
  run: Run,
  at: number,
  minutes: number,
  stretches: Stretch[],
  finished: Map<Job, (number | null)[]>,
): void {
  const { job, progress } = run;
  const credited = creditedDrops(job, progress.leftMinutes, at);
  const place = job.drops[credited[0] ?? -1]?.place ?? 0;
  const done = advance(job, progress, at, minutes);
  for (const index of done) {
    const times = finished.get(job);
    if (times !== undefined) times[index] = at + minutes;
  }
  run.changesAt = Math.min(run.changesAt, at + minutes);
  const last = stretches.at(-1);
  if (last !== undefined && last.job === job && last.place === place && Math.abs(last.to - at) < tolerance) {
    last.to = at + minutes;
    last.finishes.push(...done);
  } else {
    stretches.push({ job, place, from: at, to: at + minutes, finishes: [...done] });
  }
}

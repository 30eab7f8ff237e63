import type { Job, JobDrop } from './job.ts';
import type { PlanGoal, Tier } from './wish.ts';

/** What watching a job without a break brings: each rung the minutes it takes from now and what has been earned by then. */
export interface Rung {
  /** Minutes of watching from here. */
  readonly needMinutes: number;
  /** Mined minutes from now by which it must be reached. */
  readonly deadline: number;
  /** Worth of everything earned up to and including this rung, by tier, in drops (or campaigns, by the goal). */
  readonly worth: Readonly<Record<Tier, number>>;
  /** Positions of the drops that are finished on it. */
  readonly finishes: readonly number[];
}

/** Further up nobody looks: by then everything has changed. */
const maxRungs = 24;
/** What a drop is worth where only whole campaigns count: enough to prefer the campaign that is further on. */
const shareOfUnfinished = 0.02;

/** How much of each drop is left, and what is earned: the part of a job that a simulation changes. */
export interface JobProgress {
  readonly leftMinutes: Float64Array;
}

export function startProgress(job: Job): JobProgress {
  return { leftMinutes: Float64Array.from(job.drops, (drop) => drop.neededMinutes) };
}

/** The drops that a minute watched at this time advances: those of the first campaign in line that has any. Protocol 5.4. */
export function creditedDrops(job: Job, leftMinutes: Float64Array, at: number): readonly number[] {
  const credited: number[] = [];
  let place = -1;
  for (let index = 0; index < job.drops.length; index++) {
    const drop = job.drops[index];
    if (drop === undefined || (place !== -1 && drop.place !== place)) continue;
    if (!takesMinutes(drop, index, leftMinutes, at)) continue;
    place = drop.place;
    credited.push(index);
  }
  return credited;
}

function takesMinutes(drop: JobDrop, index: number, leftMinutes: Float64Array, at: number): boolean {
  if ((leftMinutes[index] ?? 0) <= 0 || drop.opensAt > at || drop.closesAt <= at) return false;
  return drop.after.every((before) => before >= 0 && (leftMinutes[before] ?? 0) <= 0);
}

/** The next instant after `at` at which a window of the job opens or closes; Infinity = none. */
export function nextWindowChange(job: Job, leftMinutes: Float64Array, at: number): number {
  let next = Infinity;
  for (let index = 0; index < job.drops.length; index++) {
    const drop = job.drops[index];
    if (drop === undefined || (leftMinutes[index] ?? 0) <= 0) continue;
    if (drop.opensAt > at && drop.opensAt < next) next = drop.opensAt;
    if (drop.closesAt > at && drop.closesAt < next) next = drop.closesAt;
  }
  return next;
}

/** The rungs that watching from `at` on reaches; only those that bring something. Empty = nothing to earn here now. */
export function ladderFrom(job: Job, progress: JobProgress, at: number, goal: PlanGoal): readonly Rung[] {
  return climb(job, progress, at, goal).rungs;
}

export interface Climb {
  readonly rungs: readonly Rung[];
  /** What is left when nothing more can be earned without waiting. */
  readonly progress: JobProgress;
}

export function climb(job: Job, progress: JobProgress, at: number, goal: PlanGoal): Climb {
  const left = Float64Array.from(progress.leftMinutes);
  const value = goal === 'drops' ? null : campaignValue(job, left);
  const rungs: Rung[] = [];
  const worth = { must: 0, want: 0, fill: 0 };
  let watched = 0;
  while (rungs.length < maxRungs) {
    const credited = creditedDrops(job, left, at + watched);
    if (credited.length === 0) break;
    let minutes = nextWindowChange(job, left, at + watched) - (at + watched);
    for (const index of credited) minutes = Math.min(minutes, left[index] ?? 0);
    watched += minutes;
    const finishes: number[] = [];
    let deadline = Infinity;
    for (const index of credited) {
      left[index] = (left[index] ?? 0) - minutes;
      const drop = job.drops[index];
      if (drop === undefined || (left[index] ?? 0) > 1e-6) continue;
      left[index] = 0;
      finishes.push(index);
      if (drop.tier === null) continue;
      deadline = Math.min(deadline, drop.closesAt);
      worth[drop.tier] += value === null ? 1 : value(index, left);
    }
    if (deadline < Infinity) rungs.push({ needMinutes: watched, deadline, worth: { ...worth }, finishes });
  }
  return { rungs, progress: { leftMinutes: left } };
}

/** Where whole campaigns count: a drop brings its small share, and the last wanted one of its campaign the rest of 1. */
function campaignValue(job: Job, left: Float64Array): (index: number, left: Float64Array) => number {
  const wanted = job.drops.map((drop, index) => drop.tier !== null && (left[index] ?? 0) > 0);
  const countOf = (place: number): number =>
    job.drops.reduce((count, drop, index) => count + (drop.place === place && wanted[index] === true ? 1 : 0), 0);
  return (index, now) => {
    const place = job.drops[index]?.place ?? 0;
    const isLast = job.drops.every(
      (drop, other) => drop.place !== place || wanted[other] !== true || (now[other] ?? 0) <= 0,
    );
    const share = shareOfUnfinished / countOf(place);
    return isLast ? 1 - shareOfUnfinished + share : share;
  };
}

/** Watches for so many minutes from `at` on; gives the drops that are finished by it. No window may change meanwhile. */
export function advance(job: Job, progress: JobProgress, at: number, minutes: number): readonly number[] {
  const finished: number[] = [];
  for (const index of creditedDrops(job, progress.leftMinutes, at)) {
    const left = (progress.leftMinutes[index] ?? 0) - minutes;
    progress.leftMinutes[index] = left > 1e-6 ? left : 0;
    if (left <= 1e-6) finished.push(index);
  }
  return finished;
}

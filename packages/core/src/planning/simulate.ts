import { chooseFit, type FitCandidate, fitOptions } from './choose-fit.ts';
import { Guard } from './guard.ts';
import type { Job } from './job.ts';
import { advance, climb, creditedDrops } from './ladder.ts';
import { pick, type Ranked, rank } from './pick.ts';
import type { Standing } from './plan.ts';
import { type Run, startRun, type Terms } from './run.ts';
import { type BestRung, bestRungOf } from './urgency.ts';

/** A stretch of watching one campaign, in mined minutes from now. */
export interface Stretch {
  readonly job: Job;
  /** Position in the job's line. */
  readonly place: number;
  readonly from: number;
  to: number;
  /** Positions of the drops that are finished in it. */
  readonly finishes: number[];
}

export interface Simulation {
  readonly stretches: readonly Stretch[];
  /** Open now and worth a minute, best first, whether or not somebody is live. */
  readonly order: readonly Offer[];
  /** When a drop is finished (mined minutes from now), by job and position; null = it is not. */
  finishedAt(job: Job, index: number): number | null;
  /** Minutes that a drop lacks at the end. */
  leftMinutes(job: Job, index: number): number;
}

/** What a job offers at the start. */
export interface Offer extends BestRung {
  readonly job: Job;
  readonly standing: Standing;
}

const tolerance = 1e-6;
/** What opens after so many other windows of its campaign or line can wait to be promised. */
const maxOpenings = 6;
/** [from, every]: how often it is asked again what is best, in mined minutes from now. */
const paces: readonly (readonly [number, number])[] = [
  [72 * 60, 360],
  [24 * 60, 120],
  [6 * 60, 30],
  [0, 15],
];

/**
 * Watches the known campaigns to the end of the horizon, as the plan would: always the most urgent job that takes no
 * time from what was chosen to fit. What comes later than now is expected, not known.
 */
export function simulate(jobs: readonly Job[], horizonMinutes: number, terms: Terms): Simulation {
  const runs = jobs.map((job) => startRun(job, terms));
  const guard = new Guard(chooseFit(candidatesOf(runs, terms)));
  const diary = createDiary(jobs);
  const occasions = occasionsOf(jobs);
  let current = jobs.find((job) => job.watched) ?? null;
  const order = rank({ ...terms, runs, guard, current, at: 0 }).map((ranked) => offerOf(ranked, terms));
  let at = 0;
  while (at < horizonMinutes - tolerance) {
    guard.settle(at);
    const picked = pick({ ...terms, runs, guard, current, at });
    const until = Math.min(horizonMinutes, nextQuestion(occasions, at));
    if (picked === null) {
      at = until;
      continue;
    }
    const { run } = picked;
    const minutes = Math.min(until - at, run.changesAt - at, picked.minutes, run.toNextMinutes);
    diary.watch(run, at, minutes);
    guard.watched(run.job, minutes);
    current = run.job;
    at += minutes;
  }
  const byJob = new Map(runs.map((run) => [run.job, run.progress.leftMinutes]));
  return {
    stretches: diary.stretches,
    order,
    finishedAt: diary.finishedAt,
    leftMinutes: (job, index) => byJob.get(job)?.[index] ?? 0,
  };
}

function offerOf({ run: { job, rungs }, standing }: Ranked, { price }: Terms): Offer {
  return { job, standing, ...bestRungOf(job, rungs, 0, price) };
}

/** What can be promised: everything that can be watched now, and what opens later and will surely be watchable. */
function candidatesOf(runs: readonly Run[], { price, goal }: Terms): readonly FitCandidate[] {
  const candidates: FitCandidate[] = [];
  for (const { job, progress } of runs) {
    if (!job.supply.liveNow) continue;
    const openings = job.supply.always ? openingsOf([job]).slice(0, maxOpenings) : [];
    let reached = progress;
    for (const releaseAt of [0, ...openings]) {
      const { rungs, progress: after } = climb(job, reached, releaseAt, goal);
      const options = fitOptions(job, rungs, releaseAt, price);
      if (options.length > 0) candidates.push({ job, options, releaseAt });
      reached = after;
    }
  }
  return candidates;
}

/** When windows open, ascending. */
function openingsOf(jobs: readonly Job[]): readonly number[] {
  const openings = new Set(jobs.flatMap((job) => job.drops.map((drop) => drop.opensAt)));
  return [...openings].filter((at) => at > 0).sort((a, b) => a - b);
}

/** When something can be watched that could not be before, ascending. */
function occasionsOf(jobs: readonly Job[]): readonly number[] {
  return [...new Set([...openingsOf(jobs), ...jobs.flatMap((job) => job.supply.turns)])].sort((a, b) => a - b);
}

function nextQuestion(occasions: readonly number[], at: number): number {
  const every = paces.find(([from]) => at >= from - tolerance)?.[1] ?? 15;
  const atPace = (Math.floor((at + tolerance) / every) + 1) * every;
  return Math.min(atPace, occasions.find((occasion) => occasion > at + tolerance) ?? Infinity);
}

interface Diary {
  readonly stretches: readonly Stretch[];
  watch(run: Run, at: number, minutes: number): void;
  finishedAt(job: Job, index: number): number | null;
}

/** What was watched and finished when. */
function createDiary(jobs: readonly Job[]): Diary {
  const stretches: Stretch[] = [];
  const finished = new Map<Job, (number | null)[]>(jobs.map((job) => [job, job.drops.map(() => null)]));
  return {
    stretches,
    finishedAt: (job, index) => finished.get(job)?.[index] ?? null,
    watch: (run, at, minutes) => {
      const { job, progress } = run;
      const [credited] = creditedDrops(job, progress.leftMinutes, at);
      const place = job.drops[credited ?? -1]?.place ?? 0;
      const finishes = advance(job, progress, at, minutes);
      run.changesAt = Math.min(run.changesAt, at + minutes);
      const times = finished.get(job);
      if (times !== undefined) for (const index of finishes) times[index] = at + minutes;
      const last = stretches.at(-1);
      if (last?.job === job && last.place === place && Math.abs(last.to - at) < tolerance) {
        last.to = at + minutes;
        last.finishes.push(...finishes);
      } else {
        stretches.push({ job, place, from: at, to: at + minutes, finishes: [...finishes] });
      }
    },
  };
}

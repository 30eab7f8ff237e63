import type { Guard } from './guard.ts';
import type { Job } from './job.ts';
import { type Standing, standings } from './plan.ts';
import { isStale, judge, type Run, refresh, type Terms } from './run.ts';

/** Nothing is begun for less. */
const leastMinutes = 1;

/** A moment of a simulation at which it is asked what to watch. */
export interface Moment extends Terms {
  /** Mined minutes from now. */
  readonly at: number;
  readonly runs: readonly Run[];
  readonly guard: Guard;
  /** What has been watched until now. */
  readonly current: Job | null;
}

export interface Pick {
  readonly run: Run;
  /** As long as this nothing chosen is harmed. */
  readonly minutes: number;
}

export interface Ranked {
  readonly run: Run;
  readonly standing: Standing;
}

/** What to watch now: the first of `rank` that somebody likely streams; null = nothing can be watched. */
export function pick(moment: Moment): Pick | null {
  const harmless = pickHarmless(moment);
  return harmless === 'all-harm' ? pickRanked(moment) : harmless;
}

/**
 * Everything open that is worth a minute, best first, whether or not somebody is live. First what pays and can finish a drop
 * before something chosen needs the time, then what pays but would have to be left before that, then what does not pay its
 * price and only fills, and last what would take time from what was chosen; in each the most urgent first.
 */
export function rank(moment: Moment): readonly Ranked[] {
  const { at, runs } = moment;
  const open: Run[] = [];
  for (const run of runs) {
    if (isStale(run, at)) refresh(run, at, moment);
    if (judge(run, at, moment, moment.current) > -Infinity) open.push(run);
  }
  const allowance = allowanceFor(open, moment);
  const keyed = open.map((run, index) => ({ run, standing: standingOf(run, moment, allowance(run.job)), index }));
  keyed.sort(
    (a, b) =>
      standings.indexOf(a.standing) - standings.indexOf(b.standing) ||
      b.run.urgency - a.run.urgency ||
      a.index - b.index,
  );
  return keyed;
}

/** With margins as long as that leaves something to watch. */
function allowanceFor(open: readonly Run[], { at, guard }: Moment): (job: Job) => number {
  const careful = guard.allowances(at, true);
  const isFree = ({ job, isLikely }: Run): boolean => careful(job) >= leastMinutes && isLikely;
  return open.some(isFree) ? careful : guard.allowances(at, false);
}

function standingOf(run: Run, { at, current, guard }: Moment, allowedMinutes: number): Standing {
  if (allowedMinutes < leastMinutes) return 'harms';
  if (run.urgency <= 0) return 'fills';
  const minutes = run.toNextMinutes;
  if (allowedMinutes >= minutes) return 'pays';
  // What is being watched may use up the margins of others to finish what it has begun.
  return run.job === current && guard.allowances(at, false)(run.job) >= minutes ? 'pays' : 'cut-short';
}

/**
 * The head of `rank` where that harms nothing chosen, in one pass and without sorting. Null = nothing can be watched;
 * `all-harm` = only what takes time from what was chosen.
 */
function pickHarmless(moment: Moment): Pick | 'all-harm' | null {
  const { at, runs, guard, current } = moment;
  const allowance = guard.allowances(at, true);
  let best: Run | null = null;
  let bestPlace = standings.length;
  let isOpen = false;
  for (const run of runs) {
    if (isStale(run, at)) refresh(run, at, moment);
    if (!run.isLikely || run.rungs.length === 0) continue;
    // What is below the price counts where nothing else is there.
    if (bestPlace < 2 && run.growth === -Infinity) continue;
    if (best !== null && bestPlace === 0 && run.growth <= best.growth) continue;
    isOpen = true;
    const allowedMinutes = allowance(run.job);
    if (allowedMinutes < leastMinutes) continue;
    if (judge(run, at, moment, current) === -Infinity) continue;
    const place = standings.indexOf(standingOf(run, moment, allowedMinutes));
    if (best !== null && (place > bestPlace || (place === bestPlace && run.urgency <= best.urgency))) continue;
    best = run;
    bestPlace = place;
  }
  if (best === null) return isOpen ? 'all-harm' : null;
  return { run: best, minutes: allowance(best.job) };
}

function pickRanked(moment: Moment): Pick | null {
  const run = rank(moment).find((ranked) => ranked.run.isLikely)?.run;
  if (run === undefined) return null;
  const allowed = moment.guard.allowances(moment.at, false)(run.job);
  return { run, minutes: allowed >= leastMinutes ? allowed : Infinity };
}

import type { Job } from './job.ts';
import type { Rung } from './ladder.ts';
import type { Price } from './plan-request.ts';
import { netWorths } from './worth.ts';

/** How far up one job's ladder one may go, by when that must be done. */
export interface FitOption {
  readonly needMinutes: number;
  /** Mined minutes from now. */
  readonly deadline: number;
  readonly net: number;
  /** Time to spare that is kept for it, as far as there is any: connections fail, streams end. */
  readonly marginMinutes: number;
}

export interface FitCandidate {
  readonly job: Job;
  /** From the lowest rung up, only those that bring more than they cost. Not empty. */
  readonly options: readonly FitOption[];
  /** Mined minutes from now before which it cannot be watched; 0 = at once. */
  readonly releaseAt: number;
}

export interface FitChoice {
  readonly job: Job;
  readonly option: FitOption;
  readonly releaseAt: number;
}

/** Size of the table of `chooseByDeadlines`: about 8 ms of work. */
const maxTableSteps = 2_000_000;
/** Minutes a row of the table: what drops ask for is mostly a multiple of them. */
const tableUnits: readonly number[] = [1, 2, 3, 5, 10, 15, 30];
const tolerance = 1e-6;
const mustMarginMinutes = 60;
const marginOfOthersMinutes = 10;
/**
 * What is promised has to bring so much more than the price: a promise binds, and what is not yet known may be better.
 * Measured: without it busy months earn half a percent less.
 */
const promisePremium = 1.5;
/** What is being watched is promised rather than its equals. */
const watchedPremium = 1.05;

/** What of a job's ladder may be chosen: rungs in reach that bring more than their minutes cost. */
export function fitOptions(job: Job, rungs: readonly Rung[], at: number, price: Price): readonly FitOption[] {
  const nets = netWorths(rungs, {
    must: price.must * promisePremium,
    want: price.want * promisePremium,
    fill: price.fill * promisePremium,
  });
  const options: FitOption[] = [];
  rungs.forEach((rung, index) => {
    const net = nets[index] ?? 0;
    if (net <= 0 || rung.needMinutes > rung.deadline - at + tolerance) return;
    // Where somebody must stream, it has to be done while they can be expected to.
    const deadline = job.supply.always
      ? rung.deadline
      : at + Math.max(rung.needMinutes, Math.min(rung.deadline - at, job.supply.expectedMinutes(at, rung.deadline)));
    const worth = job.watched ? net * watchedPremium : net;
    const marginMinutes = rung.worth.must > 0 ? mustMarginMinutes : marginOfOthersMinutes;
    options.push({ needMinutes: rung.needMinutes, deadline, net: worth, marginMinutes });
  });
  return options;
}

/**
 * The jobs, and how far up each, that all fit and together bring most. Preemptive on one machine, so that what fits is
 * what earliest deadline first can do (Jackson 1955, Horn 1974), and the best choice with everything released is the
 * dynamic program over deadlines of Lawler and Moore (1969), here with a choice of rungs for each job.
 */
export function chooseFit(candidates: readonly FitCandidate[]): readonly FitChoice[] {
  const wished = candidates.map((candidate) => ({
    job: candidate.job,
    option: bestOption(candidate.options),
    releaseAt: candidate.releaseAt,
  }));
  if (fits(wished)) return wished;
  const chosen = chooseByDeadlines(candidates);
  if (candidates.every((candidate) => candidate.releaseAt <= 0) || fits(chosen)) return chosen;
  return chooseBySearch(candidates);
}

function bestOption(options: readonly FitOption[]): FitOption {
  return options.reduce((best, option) => (option.net > best.net ? option : best));
}

/** Whether earliest deadline first meets every deadline. */
export function fits(choices: readonly FitChoice[]): boolean {
  const byDeadline = [...choices].sort((a, b) => a.option.deadline - b.option.deadline);
  const releases = new Set(byDeadline.map((choice) => Math.max(0, choice.releaseAt)));
  releases.add(0);
  for (const release of releases) {
    let minutes = 0;
    for (const { option, releaseAt } of byDeadline) {
      if (Math.max(0, releaseAt) < release) continue;
      minutes += option.needMinutes;
      if (release + minutes > option.deadline + tolerance) return false;
    }
  }
  return true;
}

/** Exact where all can be watched at once (but for rounding minutes up where the table would be too large). */
function chooseByDeadlines(candidates: readonly FitCandidate[]): readonly FitChoice[] {
  const byDeadline = [...candidates].sort((a, b) => lastDeadline(a) - lastDeadline(b));
  const optionCount = candidates.reduce((count, candidate) => count + candidate.options.length, 0);
  const wanted = candidates.reduce(
    (sum, candidate) => sum + Math.max(...candidate.options.map((o) => o.needMinutes)),
    0,
  );
  const reach = Math.min(wanted, Math.max(...byDeadline.map(lastDeadline)));
  const finest = (reach * optionCount) / maxTableSteps;
  const unitMinutes = tableUnits.find((unit) => unit >= finest) ?? Math.ceil(finest);
  const size = Math.ceil(reach / unitMinutes) + 1;
  const best = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  best[0] = 0;
  let reached = 0;
  const picks: Int8Array[] = [];
  for (const { options } of byDeadline) {
    const pick = new Int8Array(size).fill(-1);
    const steps = options.map((option) => ({
      units: Math.ceil(option.needMinutes / unitMinutes - tolerance),
      last: Math.min(size - 1, Math.floor(option.deadline / unitMinutes + tolerance)),
      net: option.net,
    }));
    const most = steps.reduce((top, step) => Math.max(top, Math.min(step.last, reached + step.units)), 0);
    // From the top down, so that what a row is made from is still without this job.
    for (let used = most; used > 0; used--) {
      for (let index = 0; index < steps.length; index++) {
        const step = steps[index];
        if (step === undefined || used < step.units || used > step.last) continue;
        const worth = (best[used - step.units] ?? 0) + step.net;
        if (worth <= (best[used] ?? 0)) continue;
        best[used] = worth;
        pick[used] = index;
      }
    }
    picks.push(pick);
    reached = Math.max(reached, most);
  }
  return readPicks(byDeadline, picks, best, unitMinutes);
}

function readPicks(
  byDeadline: readonly FitCandidate[],
  picks: readonly Int8Array[],
  best: Float64Array,
  unitMinutes: number,
): readonly FitChoice[] {
  let used = 0;
  for (let at = 1; at < best.length; at++) if ((best[at] ?? 0) > (best[used] ?? 0) + 1e-9) used = at;
  const choices: FitChoice[] = [];
  for (let index = byDeadline.length - 1; index >= 0; index--) {
    const candidate = byDeadline[index];
    const option = candidate?.options[picks[index]?.[used] ?? -1];
    if (candidate === undefined || option === undefined) continue;
    choices.push({ job: candidate.job, option, releaseAt: candidate.releaseAt });
    used -= Math.ceil(option.needMinutes / unitMinutes - tolerance);
  }
  return choices.reverse();
}

function lastDeadline(candidate: FitCandidate): number {
  return candidate.options.at(-1)?.deadline ?? 0;
}

/** Nodes that the search may look at, times candidates: about 10 ms. */
const maxSearchSteps = 100_000;

/**
 * For jobs that cannot all be watched at once: branch and bound, dearest first, exact while it is small; past the limit
 * the best found, which is at least what taking the dearest first gives.
 */
function chooseBySearch(candidates: readonly FitCandidate[]): readonly FitChoice[] {
  const order = [...candidates].sort((a, b) => density(b) - density(a));
  const ahead = new Float64Array(order.length + 1);
  for (let index = order.length - 1; index >= 0; index--) {
    ahead[index] = (ahead[index + 1] ?? 0) + bestOption(order[index]?.options ?? []).net;
  }
  let best: readonly FitChoice[] = [];
  let bestNet = 0;
  const maxNodes = maxSearchSteps / order.length;
  let nodes = 0;
  const visit = (index: number, chosen: readonly FitChoice[], net: number): void => {
    if (net > bestNet + 1e-9) {
      best = chosen;
      bestNet = net;
    }
    const candidate = order[index];
    if (candidate === undefined || net + (ahead[index] ?? 0) <= bestNet + 1e-9) return;
    const options = [...candidate.options].sort((a, b) => b.net - a.net);
    for (const option of options) {
      if (nodes++ > maxNodes) return;
      const more = [...chosen, { job: candidate.job, option, releaseAt: candidate.releaseAt }];
      if (fits(more)) visit(index + 1, more, net + option.net);
    }
    visit(index + 1, chosen, net);
  };
  visit(0, [], 0);
  return best;
}

function density(candidate: FitCandidate): number {
  const best = bestOption(candidate.options);
  return best.net / Math.max(1, best.needMinutes);
}

import type { Job } from './job.ts';
import type { Rung } from './ladder.ts';
import type { Price } from './plan-request.ts';
import { netWorths, tierWeights, topTierOf } from './worth.ts';

/** So many minutes of a job, by when; mined minutes from now. */
export interface Due {
  readonly needMinutes: number;
  readonly deadline: number;
}

/** How far up one job's ladder one may go, by when that must be done. */
export interface FitOption extends Due {
  /** What of it is due sooner, each with what comes before it; soonest first. */
  readonly before: readonly Due[];
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

/** Size of the table of `chooseByDeadlines`: about 2 ms of work, and half a megabyte. */
const maxTableSteps = 500_000;
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
/** What is being watched is promised rather than its equals, but never for a whole drop of another. */
const watchedPremium = 0.05;
const mostPremium = 0.5;

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
    const aDrop = tierWeights[topTierOf(rung.worth)];
    const worth = job.watched ? net + Math.min(net * watchedPremium, mostPremium * aDrop) : net;
    const marginMinutes = rung.worth.must > 0 ? mustMarginMinutes : marginOfOthersMinutes;
    const before = job.supply.always ? dueBefore(rungs.slice(0, index), deadline) : [];
    options.push({ needMinutes: rung.needMinutes, deadline, before, net: worth, marginMinutes });
  });
  return options;
}

/** The rungs below that are due sooner than this one and than all between. */
function dueBefore(lower: readonly Rung[], deadline: number): readonly Due[] {
  const sooner: Due[] = [];
  let next = deadline;
  for (const rung of [...lower].reverse()) {
    if (rung.deadline >= next - tolerance) continue;
    sooner.unshift({ needMinutes: rung.needMinutes, deadline: rung.deadline });
    next = rung.deadline;
  }
  return sooner;
}

/** What a choice has to do by when, piece by piece, soonest first. */
export function piecesOf({ option }: FitChoice): readonly Due[] {
  let done = 0;
  return [...option.before, option].map(({ needMinutes, deadline }) => {
    const piece = { needMinutes: needMinutes - done, deadline };
    done = needMinutes;
    return piece;
  });
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
  // A job with rungs that are due at different times has no one place among the deadlines: both ends are tried.
  const byLast = chooseByDeadlines([...candidates].sort((a, b) => lastDeadline(a) - lastDeadline(b)));
  const byFirst = candidates.some((each) => firstDeadline(each) !== lastDeadline(each))
    ? chooseByDeadlines([...candidates].sort((a, b) => firstDeadline(a) - firstDeadline(b)))
    : byLast;
  const chosen = netOf(byFirst) > netOf(byLast) ? byFirst : byLast;
  if (candidates.every((candidate) => candidate.releaseAt <= 0) || fits(chosen)) return chosen;
  return chooseBySearch(candidates);
}

function netOf(choices: readonly FitChoice[]): number {
  return choices.reduce((sum, { option }) => sum + option.net, 0);
}

function bestOption(options: readonly FitOption[]): FitOption {
  return options.reduce((best, option) => (option.net > best.net ? option : best));
}

/** Whether earliest deadline first meets every deadline. */
export function fits(choices: readonly FitChoice[]): boolean {
  const byDeadline = choices
    .flatMap((choice) => piecesOf(choice).map((piece) => ({ ...piece, releaseAt: Math.max(0, choice.releaseAt) })))
    .sort((a, b) => a.deadline - b.deadline);
  for (const release of new Set([0, ...byDeadline.map((piece) => piece.releaseAt)])) {
    let minutes = 0;
    for (const { needMinutes, deadline, releaseAt } of byDeadline) {
      if (releaseAt < release) continue;
      minutes += needMinutes;
      if (release + minutes > deadline + tolerance) return false;
    }
  }
  return true;
}

/**
 * The best choice that can be done in this order of jobs. With all released and in the order of deadlines that is exact,
 * but for rounding minutes up where the table would be too large.
 */
function chooseByDeadlines(candidates: readonly FitCandidate[]): readonly FitChoice[] {
  const optionCount = candidates.reduce((count, candidate) => count + candidate.options.length, 0);
  const wanted = candidates.reduce(
    (sum, candidate) => sum + Math.max(...candidate.options.map((o) => o.needMinutes)),
    0,
  );
  const reach = Math.min(wanted, Math.max(...candidates.map(latestDeadline)));
  const finest = (reach * optionCount) / maxTableSteps;
  const unitMinutes = tableUnits.find((unit) => unit >= finest) ?? Math.ceil(finest);
  const size = Math.ceil(reach / unitMinutes) + 1;
  const best = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  best[0] = 0;
  let reached = 0;
  const picks: Int8Array[] = [];
  for (const { options } of candidates) {
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
  return readPicks(candidates, picks, best, unitMinutes);
}

function readPicks(
  candidates: readonly FitCandidate[],
  picks: readonly Int8Array[],
  best: Float64Array,
  unitMinutes: number,
): readonly FitChoice[] {
  let used = 0;
  for (let at = 1; at < best.length; at++) if ((best[at] ?? 0) > (best[used] ?? 0) + 1e-9) used = at;
  const choices: FitChoice[] = [];
  for (let index = candidates.length - 1; index >= 0; index--) {
    const candidate = candidates[index];
    const option = candidate?.options[picks[index]?.[used] ?? -1];
    if (candidate === undefined || option === undefined) continue;
    choices.push({ job: candidate.job, option, releaseAt: candidate.releaseAt });
    used -= Math.ceil(option.needMinutes / unitMinutes - tolerance);
  }
  return choices.reverse();
}

function firstDeadline(candidate: FitCandidate): number {
  return candidate.options[0]?.deadline ?? 0;
}

function latestDeadline(candidate: FitCandidate): number {
  return candidate.options.reduce((latest, option) => Math.max(latest, option.deadline), 0);
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

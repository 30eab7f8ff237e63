import type { Job } from './job.ts';
import type { Rung } from './ladder.ts';
import type { Price } from './plan-request.ts';
import { gainPerMinute, totalWorth } from './worth.ts';

/** How fast urgency grows as the time to spare runs out. Measured on 15 months of campaigns: flat from 3 to 7 hours. */
export const urgencyMinutes = 300;
/** What is left of a campaign's pull when it has all the time in the world: dear minutes are banked early. */
const pullOfDistant = 0.05;
/** How fast hope fades when more is needed than can be expected to be watchable. */
const hopeMinutes = 60;
/** What is being watched is left only for what is this much more urgent, so that a plan does not flap. Measured: costs nothing. */
const stickiness = 1.5;

/**
 * How much it matters to watch the job now: the best rung's gain a minute above the price, times how likely it is lost
 * by waiting, judged by its slack. The idea is that of apparent-urgency dispatching (Vepsäläinen and Morton 1987,
 * "Priority rules for job shops with weighted tardiness costs"), with the price of a minute in place of the weights'
 * origin. -Infinity = nothing can be finished any more.
 */
export function urgencyOf(job: Job, rungs: readonly Rung[], at: number, price: Price, isWatched: boolean): number {
  const { supply } = job;
  let best = -Infinity;
  let dearest = -Infinity;
  for (let index = rungs.length - 1; index >= 0; index--) {
    const rung = rungs[index];
    if (rung === undefined) break;
    const timeLeft = rung.deadline - at;
    if (rung.needMinutes > timeLeft + 1e-6) continue;
    const sure = supply.always ? gainPerMinute(rung, rung.needMinutes, price) : Infinity;
    // A higher rung that pays as much a minute has less time to spare: it is the more urgent one.
    if (sure <= dearest) continue;
    const expected = supply.always ? timeLeft : supply.expectedMinutes(at, rung.deadline);
    const slack = expected - rung.needMinutes;
    const gain = supply.always ? sure : gainPerMinute(rung, rung.needMinutes / hopeOf(slack), price);
    const urgency = gain > 0 ? gain * hasteOf(slack) : gain;
    if (urgency > best) best = urgency;
    if (supply.always) dearest = sure;
  }
  return isWatched && best > 0 ? best * stickiness : best;
}

export interface BestRung {
  /** Of all tiers alike. */
  readonly worthPerMinute: number;
  readonly slackMinutes: number;
}

/** The rung that the urgency is judged by. */
export function bestRungOf(job: Job, rungs: readonly Rung[], at: number, price: Price): BestRung {
  let best: BestRung = { worthPerMinute: 0, slackMinutes: 0 };
  let highest = -Infinity;
  for (const rung of rungs) {
    const urgency = urgencyOf(job, [rung], at, price, false);
    if (urgency <= highest) continue;
    highest = urgency;
    const expected = job.supply.expectedMinutes(at, rung.deadline);
    best = {
      worthPerMinute: totalWorth(rung.worth) / Math.max(1, rung.needMinutes),
      slackMinutes: Math.floor(expected - rung.needMinutes),
    };
  }
  return best;
}

/**
 * The logarithm of an urgency as it would have been at minute 0, had it grown as fast as any can: time to spare shrinks by
 * a minute a minute, so that no urgency grows faster than e-fold in `urgencyMinutes`. What is below the price stays there.
 */
export function growthOf(urgency: number, at: number): number {
  return urgency > 0 ? Math.log(urgency) - at / urgencyMinutes : -Infinity;
}

/** How likely enough can be watched at all, where more is needed than can be expected. */
function hopeOf(slack: number): number {
  return slack >= 0 ? 1 : Math.exp(slack / hopeMinutes);
}

function hasteOf(slack: number): number {
  return slack > 0 ? pullOfDistant + (1 - pullOfDistant) * Math.exp(-slack / urgencyMinutes) : 1;
}

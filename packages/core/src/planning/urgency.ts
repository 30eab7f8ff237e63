import type { Job } from './job.ts';
import type { Rung } from './ladder.ts';
import type { Price } from './plan-request.ts';
import { gainPerMinute } from './worth.ts';

/** How fast urgency grows as the time to spare runs out. Measured on 15 months of campaigns: flat from 3 to 7 hours. */
const urgencyMinutes = 300;
/** What is left of a campaign's pull when it has all the time in the world: dear minutes are banked early. */
const pullOfDistant = 0.05;
/** How fast hope fades when more is needed than can be expected to be watchable. */
const hopeMinutes = 60;
/** What is being watched keeps its place against equals, so that a plan does not flap. */
const stickiness = 1.05;

/**
 * How much it matters to watch the job now: the best rung's gain a minute above the price, times how likely it is lost
 * by waiting, judged by its slack. The idea is that of apparent-urgency dispatching (Vepsäläinen and Morton 1987,
 * "Priority rules for job shops with weighted tardiness costs"), with the price of a minute in place of the weights'
 * origin. -Infinity = nothing can be finished any more.
 */
export function urgencyOf(job: Job, rungs: readonly Rung[], at: number, price: Price, isWatched: boolean): number {
  let best = -Infinity;
  for (const rung of rungs) {
    const timeLeft = rung.deadline - at;
    if (rung.needMinutes > timeLeft + 1e-6) continue;
    const expected = job.supply.always ? timeLeft : job.supply.expectedMinutes(at, rung.deadline);
    const slack = expected - rung.needMinutes;
    const hope = slack >= 0 ? 1 : Math.exp(slack / hopeMinutes);
    const gain = gainPerMinute(rung, rung.needMinutes / hope, price);
    const haste = slack > 0 ? pullOfDistant + (1 - pullOfDistant) * Math.exp(-slack / urgencyMinutes) : 1;
    const urgency = gain > 0 ? gain * haste : gain;
    if (urgency > best) best = urgency;
  }
  return isWatched && best > 0 ? best * stickiness : best;
}

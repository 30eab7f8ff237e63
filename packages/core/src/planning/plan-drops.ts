import { forecastDrops } from './forecast.ts';
import { jobsOf } from './job.ts';
import { creditedDrops } from './ladder.ts';
import { createMiningTime, type MiningTime } from './mining-time.ts';
import type { Bid, Plan, PlanSlot } from './plan.ts';
import { type PlanRequest, planHorizonMs, type Span } from './plan-request.ts';
import { type Offer, type Simulation, simulate } from './simulate.ts';

/**
 * What to watch in the next 14 days, and what becomes of every drop. The same request gives the same plan. About 1 ms
 * for 40 concurrent campaigns; `npm run bench:planner -- --replan` measures 160.
 */
export function planDrops(request: PlanRequest): Plan {
  const until = request.now + planHorizonMs;
  const time = createMiningTime(request.now, request.pauses);
  const jobs = jobsOf(request, time);
  const horizonMinutes = time.minutesAt(until);
  const simulation = simulate(jobs, horizonMinutes, request);
  const slots = slotsOf(simulation, time, request.pauses);
  const bids = simulation.order.flatMap(bidOf);
  return {
    madeAt: request.now,
    until,
    slots,
    forecasts: forecastDrops({ request, time, horizonMinutes, jobs, simulation, slots }),
    order: bids.map((bid) => bid.campaignId),
    bids,
    price: request.price,
  };
}

/** Made in the name of the campaign of the job's line that is credited now. */
function bidOf({ job, standing, worthPerMinute, slackMinutes }: Offer): readonly Bid[] {
  const start = Float64Array.from(job.drops, (drop) => drop.neededMinutes);
  const [index] = creditedDrops(job, start, 0);
  const drop = job.drops[index ?? -1];
  return drop === undefined ? [] : [{ campaignId: drop.campaignId, standing, worthPerMinute, slackMinutes }];
}

/** Back from mined minutes to instants: a stretch over a pause becomes two slots. */
function slotsOf(simulation: Simulation, time: MiningTime, pauses: readonly Span[]): readonly PlanSlot[] {
  const slots: PlanSlot[] = [];
  for (const stretch of simulation.stretches) {
    const campaignId = stretch.job.campaignIds[stretch.place];
    if (campaignId === undefined) continue;
    const pieces = cutAt(pauses, Math.round(time.instantAt(stretch.from)), Math.round(time.endAt(stretch.to)));
    const finishes = stretch.finishes.flatMap((index) => stretch.job.drops[index] ?? []);
    pieces.forEach((piece, index) => {
      slots.push({
        campaignId,
        ...piece,
        finishes: finishes
          .filter((drop) => {
            const at = simulation.finishedAt(stretch.job, stretch.job.drops.indexOf(drop));
            const instant = at === null ? piece.endsAt : Math.round(time.endAt(at));
            return instant <= piece.endsAt && (index === 0 || instant > (pieces[index - 1]?.endsAt ?? 0));
          })
          .map((drop) => drop.id),
      });
    });
  }
  return slots;
}

function cutAt(pauses: readonly Span[], startsAt: number, endsAt: number): readonly Span[] {
  const pieces: Span[] = [];
  let from = startsAt;
  for (const pause of pauses) {
    if (pause.endsAt <= from || pause.startsAt >= endsAt) continue;
    if (pause.startsAt > from) pieces.push({ startsAt: from, endsAt: pause.startsAt });
    from = Math.max(from, pause.endsAt);
  }
  if (from < endsAt) pieces.push({ startsAt: from, endsAt });
  return pieces;
}

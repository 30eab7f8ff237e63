import { type Plan, type PlanRequest, type Tier, tiers } from '@dropwise/core';
import { formatDuration } from '@dropwise/kit';
import { forecastsOf, type PlanView } from './plan-view.ts';
import { countOf, type LocalTime } from './text/local-time.ts';

export interface PlanCounts {
  readonly onTrack: number;
  readonly atRisk: number;
  /** Not finished when the plan ends, with time after it. */
  readonly later: number;
  readonly givenUp: number;
  readonly impossible: number;
  readonly plannedMinutes: number;
}

export function countPlan(plan: Plan): PlanCounts {
  const count = (kind: string): number => plan.forecasts.filter(({ forecast }) => forecast.kind === kind).length;
  const plannedMs = plan.slots.reduce((sum, { startsAt, endsAt }) => sum + endsAt - startsAt, 0);
  return {
    onTrack: count('onTrack'),
    atRisk: count('atRisk'),
    later: count('later'),
    givenUp: count('givenUp'),
    impossible: count('impossible'),
    plannedMinutes: Math.round(plannedMs / 60_000),
  };
}

/** What the whole plan comes to, and what a minute is worth in it. */
export function describePlan(view: PlanView): string {
  return `${describeCounts(view.plan, view.time)} ${describePrice(view.plan, view.request)}`;
}

export function describeCounts(plan: Plan, time: LocalTime): string {
  const counts = countPlan(plan);
  if (plan.forecasts.length === 0) return 'There is no drop left to earn.';
  const rest = [
    ...(counts.atRisk > 0 ? [`${counts.atRisk} at risk`] : []),
    ...(counts.later > 0 ? [`${counts.later} after that`] : []),
    ...(counts.givenUp > 0 ? [`${counts.givenUp} given up`] : []),
    ...(counts.impossible > 0 ? [`${counts.impossible} impossible`] : []),
  ];
  const drops = [`${countOf(counts.onTrack, 'drop')} on track`, ...rest].join(', ');
  const last = plan.slots.at(-1);
  if (last === undefined) return `${drops}; nothing to watch is planned.`;
  return `${drops}; ${countHours(counts.plannedMinutes)} of watching planned until ${time.date(last.endsAt)}.`;
}

/** The price that decides what is left out: that of the lowest tier which is asked for. */
function describePrice(plan: Plan, request: PlanRequest): string {
  const asked = tiers.filter((tier) => request.campaigns.some(({ wishes }) => wishes.includes(tier)));
  const full = asked.find((tier) => plan.price[tier] >= fullPrice);
  if (full !== undefined) return `${tiersAbove[full]} takes all the time there is.`;
  const tier = asked.at(-1);
  const price = tier === undefined ? 0 : plan.price[tier];
  if (!(price > cheapest)) return 'There is time for everything that can be earned.';
  return `Time is short: a minute is worth ${price.toPrecision(2)} drops, so a drop may cost about ${formatDuration(60_000 / price)}.`;
}

/** A drop for every minute: more than anything pays. */
const fullPrice = 1;

function countHours(minutes: number): string {
  return minutes < 600 ? formatDuration(minutes * 60_000) : `${Math.round(minutes / 60)} h`;
}

/** Drops a minute: less than one in a week is as good as nothing. */
const cheapest = 1 / (7 * 24 * 60);

const tiersAbove: Readonly<Record<Tier, string>> = {
  must: 'What must be had',
  want: 'What must be had',
  fill: 'What you want',
};

/** How many drops of the campaign the plan finishes, of those that are still to be earned. */
export function finishedOf(view: PlanView): ReadonlyMap<string, { readonly finished: number; readonly open: number }> {
  const counts = new Map<string, { finished: number; open: number }>();
  for (const kind of ['onTrack', 'atRisk', 'later', 'givenUp', 'impossible'] as const) {
    for (const { campaign, drops } of forecastsOf(view, kind)) {
      const count = counts.get(campaign.id) ?? { finished: 0, open: 0 };
      counts.set(campaign.id, count);
      count.open += drops.length;
      if (kind === 'onTrack' || kind === 'atRisk') count.finished += drops.length;
    }
  }
  return counts;
}

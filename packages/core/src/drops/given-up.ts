import type { CampaignId, DropId } from '@dropwise/kit';
import type { Plan } from '../planning/plan.ts';
import type { Campaign } from './campaign.ts';

type Campaigns = Readonly<Record<CampaignId, Campaign>>;

/** What "why not" needs of a plan. */
export interface PlanView {
  /** For every drop that the plan gives up: the campaigns that get its time; empty = kept free for what is likely to come. */
  readonly givenUp: ReadonlyMap<DropId, readonly string[]>;
}

export function planViewOf(plan: Plan, campaigns: Campaigns): PlanView {
  const givenUp = new Map<DropId, readonly string[]>();
  for (const { dropId, forecast } of plan.forecasts) {
    if (forecast.kind !== 'givenUp') continue;
    givenUp.set(dropId, namesOf(forecast.forCampaignIds, campaigns));
  }
  return { givenUp };
}

export function namesOf(ids: readonly CampaignId[], campaigns: Campaigns): readonly string[] {
  return ids.flatMap((id) => campaigns[id]?.name ?? []);
}

/** "A", "A and B", "A, B and 3 more". */
export function wordsFor(names: readonly string[]): string {
  const [first, second, ...more] = names;
  if (first === undefined) return 'what is likely to come';
  if (second === undefined) return first;
  if (more.length === 0) return `${first} and ${second}`;
  return `${first}, ${second} and ${more.length} more`;
}

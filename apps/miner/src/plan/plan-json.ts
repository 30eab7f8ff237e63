import {
  type Campaign,
  comparePlans,
  type DropForecast,
  type Plan,
  type PlanChange,
  type PlanRequest,
  type Tier,
  type Wish,
} from '@dropwise/core';
import { countPlan, type PlanCounts } from './summary.ts';
import type { TriedWish } from './what-if.ts';

/** What `dropwise plan --json` prints: one object on one line. Instants are epoch ms; names are as Twitch has them. */
export interface PlanJson {
  readonly kind: 'plan';
  /** When the miner remembered what this is made from; null = it is made from a scenario, just now. */
  readonly rememberedAt: number | null;
  readonly timeZone: string;
  readonly plan: PlanAsData;
  /** Every campaign that the plan is about, in the plan's order of forecasts. */
  readonly campaigns: readonly CampaignAsData[];
  /** Null without `--must`, `--want`, `--fill` or `--never`. */
  readonly whatIf: {
    readonly wishes: readonly TriedWish[];
    readonly plan: PlanAsData;
    readonly changes: readonly PlanChange[];
  } | null;
}

export interface PlanAsData extends Omit<Plan, 'price'> {
  readonly counts: PlanCounts;
  /** Drops a minute; null = the tiers above take all the time there is. */
  readonly price: Readonly<Record<Tier, number | null>>;
}

export interface CampaignAsData extends Pick<Campaign, 'id' | 'name' | 'startsAt' | 'endsAt'> {
  readonly game: string;
  readonly drops: readonly {
    readonly id: string;
    readonly name: string;
    readonly requiredMinutes: number;
    readonly confirmedMinutes: number;
    readonly wish: Wish;
    /** Null = it is earned. */
    readonly forecast: DropForecast['forecast'] | null;
  }[];
}

export interface PlannedRequest {
  readonly request: PlanRequest;
  readonly plan: Plan;
}

export function planAsJson(
  source: { readonly rememberedAt: number | null; readonly timeZone: string },
  now: PlannedRequest,
  whatIf: (PlannedRequest & { readonly tried: readonly TriedWish[] }) | null,
): PlanJson {
  return {
    kind: 'plan',
    rememberedAt: source.rememberedAt,
    timeZone: source.timeZone,
    plan: asData(now.plan),
    campaigns: campaignsOf(now),
    whatIf: whatIf && {
      wishes: whatIf.tried,
      plan: asData(whatIf.plan),
      changes: comparePlans(now.plan, whatIf.plan),
    },
  };
}

function asData(plan: Plan): PlanAsData {
  const finite = (price: number): number | null => (Number.isFinite(price) ? price : null);
  const { must, want, fill } = plan.price;
  return {
    ...plan,
    price: { must: finite(must), want: finite(want), fill: finite(fill) },
    counts: countPlan(plan),
  };
}

function campaignsOf({ request, plan }: PlannedRequest): readonly CampaignAsData[] {
  const forecasts = new Map(plan.forecasts.map((each) => [`${each.campaignId} ${each.dropId}`, each.forecast]));
  return request.campaigns.map(({ campaign, wishes }) => ({
    id: campaign.id,
    name: campaign.name,
    game: campaign.game.name,
    startsAt: campaign.startsAt,
    endsAt: campaign.endsAt,
    drops: campaign.drops.map((drop, index) => ({
      id: drop.id,
      name: drop.name,
      requiredMinutes: drop.requiredMinutes,
      confirmedMinutes: drop.progress.confirmedMinutes,
      wish: wishes[index] ?? 'want',
      forecast: forecasts.get(`${campaign.id} ${drop.id}`) ?? null,
    })),
  }));
}

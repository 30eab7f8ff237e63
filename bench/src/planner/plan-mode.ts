import { learnPrice, type Plan, type PlanCampaign, type PriceMemory, planDrops } from '@dropwise/core';
import { campaignId } from '@dropwise/kit';
import { createCampaignView } from './plan-campaign.ts';
import { createEventWatch, isPriceHour, type PlanEvent } from './plan-events.ts';
import { createSupplyPrior } from './plan-supply.ts';
import type { Mode, Moment } from './replay.ts';
import { isWatchable, type World, type WorldCampaign } from './world.ts';

const minuteMs = 60_000;

/** One planning: what it was made for and how long it took, the learning of the price included. */
export interface Replan {
  readonly event: PlanEvent;
  readonly campaignCount: number;
  readonly tookMs: number;
}

/** The miner's planner: plans again at every event, and watches the first of the plan's order that can be watched. */
export function createPlanMode(world: World, onReplan: (replan: Replan) => void): Mode {
  const eventAt = createEventWatch();
  const viewOf = createCampaignView(world);
  const supplyOf = createSupplyPrior();
  const byId = new Map(world.campaigns.map((campaign) => [campaignId(campaign.id), campaign]));
  let memory: PriceMemory | null = null;
  let order: readonly WorldCampaign[] = [];
  let watching: WorldCampaign | null = null;
  return (moment) => {
    const event = eventAt(moment);
    if (event !== null) {
      const campaigns = requested(moment, moment.known);
      const { plan, tookMs } = planAt(moment, campaigns);
      order = plan.order.flatMap((id) => byId.get(id) ?? []);
      onReplan({ event, campaignCount: campaigns.length, tookMs });
    }
    watching = order.find((campaign) => isWatchable(campaign, moment.minute)) ?? null;
    return watching;
  };

  function requested({ minute, watchedMinutes }: Moment, some: readonly WorldCampaign[]): readonly PlanCampaign[] {
    return some.map((campaign) => viewOf(campaign, watchedMinutes[campaign.index] ?? 0, supplyOf(campaign, minute)));
  }

  function planAt(moment: Moment, campaigns: readonly PlanCampaign[]): { plan: Plan; tookMs: number } {
    const { minute, known } = moment;
    const now = world.startsAt + minute * minuteMs;
    const watchingId = watching !== null && known.includes(watching) ? campaignId(watching.id) : null;
    // What is earned has asked for its minutes too: the price is learnt from everything that is listed.
    const learnt = memory === null || isPriceHour(minute) ? requested(moment, moment.listed) : null;
    const startedMs = performance.now();
    if (memory === null || learnt !== null) memory = learnPrice(memory, learnt ?? campaigns, 'drops', now);
    const plan = planDrops({ now, campaigns, watchingId, pauses: [], goal: 'drops', price: memory.price });
    return { plan, tookMs: performance.now() - startedMs };
  }
}

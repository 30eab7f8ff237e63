import { learnPrice, type Plan, type PlanCampaign, type PriceMemory, planDrops } from '@dropwise/core';
import { campaignId } from '@dropwise/kit';
import type { Lines } from './crediting.ts';
import { createCampaignView } from './plan-campaign.ts';
import { createEventWatch, type PlanEvent } from './plan-events.ts';
import { createSupplyPrior } from './plan-supply.ts';
import type { Mode, Moment } from './replay.ts';
import { isWatchable, type World, type WorldCampaign } from './world.ts';

const minuteMs = 60_000;
/** How long a price holds, as in the miner. */
const priceMs = 60 * minuteMs;

/** One planning: what it was made for and how long it took, the learning of the price included. */
export interface Replan {
  readonly event: PlanEvent;
  readonly campaignCount: number;
  readonly tookMs: number;
}

/**
 * The miner's planner: plans again at every event, and watches the first of the plan's order that can be watched. With
 * `lines` it knows, as the miner does, which campaigns it cannot choose among, and watches the first that is credited.
 */
export function createPlanMode(world: World, onReplan: (replan: Replan) => void, lines: Lines | null = null): Mode {
  const eventAt = createEventWatch();
  const viewOf = createCampaignView(world);
  const supplyOf = createSupplyPrior();
  const byId = new Map(world.campaigns.map((campaign) => [campaignId(campaign.id), campaign]));
  let memory: PriceMemory | null = null;
  let order: readonly WorldCampaign[] = [];
  return (moment) => {
    const event = eventAt(moment);
    if (event !== null) {
      const campaigns = requested(moment, moment.known);
      const { plan, tookMs } = planAt(moment, campaigns);
      order = plan.order.flatMap((id) => byId.get(id) ?? []);
      onReplan({ event, campaignCount: campaigns.length, tookMs });
    }
    const watchable = order.filter((campaign) => isWatchable(campaign, moment.minute));
    const credited =
      lines === null ? undefined : watchable.find((campaign) => lines.credit(campaign, moment) === campaign);
    return credited ?? watchable[0] ?? null;
  };

  function requested({ minute, watchedMinutes }: Moment, some: readonly WorldCampaign[]): readonly PlanCampaign[] {
    return some.map((campaign) => {
      const surroundings = { supply: supplyOf(campaign, minute), line: lines?.lineOf(campaign, minute) ?? null };
      return viewOf(campaign, watchedMinutes[campaign.index] ?? 0, surroundings);
    });
  }

  function planAt(moment: Moment, campaigns: readonly PlanCampaign[]): { plan: Plan; tookMs: number } {
    const { minute, known, credited } = moment;
    const now = world.startsAt + minute * minuteMs;
    const watchingId = credited !== null && known.includes(credited) ? campaignId(credited.id) : null;
    // What is earned has asked for its minutes too: the price is learnt from everything that is listed.
    const isPriceOld = memory === null || now - memory.learntAt >= priceMs;
    const listed = isPriceOld ? requested(moment, moment.listed) : [];
    const startedMs = performance.now();
    if (memory === null || isPriceOld) memory = learnPrice(memory, listed, 'drops', now);
    const plan = planDrops({ now, campaigns, watchingId, pauses: [], goal: 'drops', price: memory.price });
    return { plan, tookMs: performance.now() - startedMs };
  }
}

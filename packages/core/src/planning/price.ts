import type { PlanCampaign, Price } from './plan-request.ts';
import type { PlanGoal } from './wish.ts';

/** What is remembered of the price between plans. */
export interface PriceMemory {
  readonly price: Price;
  /** Epoch ms. */
  readonly learntAt: number;
}

/** The price to plan with now, from the one before and from what the known campaigns ask for. Null = nothing learnt yet. */
export function learnPrice(
  memory: PriceMemory | null,
  _campaigns: readonly PlanCampaign[],
  _goal: PlanGoal,
  now: number,
): PriceMemory {
  return memory ?? { price: { must: 0, want: 0, fill: 0 }, learntAt: now };
}

export type { DropForecast, Forecast, Plan, PlanSlot } from './plan.ts';
export { planDrops } from './plan-drops.ts';
export {
  type PlanCampaign,
  type PlanRequest,
  type Price,
  planHorizonMs,
  type Span,
  type Supply,
} from './plan-request.ts';
export { learnPrice, type PriceMemory } from './price.ts';
export { type PlanGoal, planGoals, type Tier, tiers, type Wish, type Wishes, wishes } from './wish.ts';

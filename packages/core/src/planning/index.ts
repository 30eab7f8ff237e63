export { comparePlans, type PlanChange } from './compare-plans.ts';
export { type PausedHours, parsePausedHours, type WeekSpan, weekSpansOf } from './paused-hours.ts';
export { isPaused, nextPauseChange, pausesBetween } from './pauses.ts';
export {
  type Bid,
  type DropForecast,
  type Forecast,
  type Plan,
  type PlanSlot,
  type Standing,
  standings,
} from './plan.ts';
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
export {
  type PlanGoal,
  planGoals,
  type Tier,
  type TriedWishes,
  tiers,
  type Wish,
  type Wishes,
  wishes,
} from './wish.ts';
export { type WishReader, wishOf, wishReader } from './wish-of.ts';
export { type OwnerWish, ownerWishOf } from './wish-of-owner.ts';

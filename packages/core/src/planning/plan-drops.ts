import type { Plan } from './plan.ts';
import { type PlanRequest, planHorizonMs } from './plan-request.ts';

export function planDrops(request: PlanRequest): Plan {
  const { now, campaigns, price } = request;
  const open = campaigns.filter(({ campaign }) => campaign.startsAt <= now && now < campaign.endsAt);
  return {
    madeAt: now,
    until: now + planHorizonMs,
    slots: [],
    forecasts: [],
    order: open.map(({ campaign }) => campaign.id),
    price,
  };
}

import type { CampaignId, DropId } from '@dropwise/kit';
import type { Forecast, Plan } from './plan.ts';

/** What another plan changes for one drop. Instants are epoch ms. */
export type PlanChange = PlanChangeKind & { readonly campaignId: CampaignId; readonly dropId: DropId };

export type PlanChangeKind =
  /** It is finished now, and was not before. `finishesAt` is null where it waits for somebody to stream. */
  | { readonly kind: 'gained'; readonly finishesAt: number | null }
  /** It was to be finished, and is not any more; `after` is null where the later plan leaves it out. */
  | { readonly kind: 'lost'; readonly after: Forecast | null }
  | { readonly kind: 'later'; readonly fromAt: number; readonly toAt: number }
  | { readonly kind: 'earlier'; readonly fromAt: number; readonly toAt: number }
  /** Done in both, with little time to spare in one of them only. */
  | { readonly kind: 'riskier' | 'safer'; readonly finishesAt: number | null };

/** Drops that finish nearer to each other than this finish at the same time. */
export const leastShiftMs = 15 * 60_000;

/**
 * What `after` changes against `before`: losses first, then gains, then what moves; inside a kind in the order of the
 * plans. A drop whose risk changes is told once, by its risk. Nothing for a plan and itself.
 */
export function comparePlans(before: Plan, after: Plan): readonly PlanChange[] {
  const earlier = forecastsByDrop(before);
  const later = forecastsByDrop(after);
  const drops = new Map([...earlier, ...later]);
  const changes: PlanChange[] = [];
  for (const [key, { campaignId, dropId }] of drops) {
    const change = changeOf(earlier.get(key)?.forecast ?? null, later.get(key)?.forecast ?? null);
    if (change !== null) changes.push({ ...change, campaignId, dropId });
  }
  return kinds.flatMap((kind) => changes.filter((change) => change.kind === kind));
}

const kinds: readonly PlanChange['kind'][] = ['lost', 'gained', 'riskier', 'safer', 'later', 'earlier'];

function changeOf(before: Forecast | null, after: Forecast | null): PlanChangeKind | null {
  if (!isFinished(before)) return isFinished(after) ? { kind: 'gained', finishesAt: after.finishesAt } : null;
  if (!isFinished(after)) return { kind: 'lost', after };
  if (before.kind !== after.kind) {
    return { kind: after.kind === 'atRisk' ? 'riskier' : 'safer', finishesAt: after.finishesAt };
  }
  const [fromAt, toAt] = [before.finishesAt, after.finishesAt];
  if (fromAt === null || toAt === null || Math.abs(toAt - fromAt) < leastShiftMs) return null;
  return { kind: toAt > fromAt ? 'later' : 'earlier', fromAt, toAt };
}

type Finished = Extract<Forecast, { kind: 'onTrack' | 'atRisk' }>;

function isFinished(forecast: Forecast | null): forecast is Finished {
  return forecast !== null && (forecast.kind === 'onTrack' || forecast.kind === 'atRisk');
}

/** A drop's id is only certain to be one of a kind inside its campaign. */
function forecastsByDrop(plan: Plan) {
  return new Map(plan.forecasts.map((each) => [`${each.campaignId} ${each.dropId}`, each]));
}

import { minuteMs } from '../../drops/testing/build.ts';
import type { PlanCampaign, PlanRequest } from '../plan-request.ts';
import { type Tier, tiers } from '../wish.ts';

/**
 * The most drops that can be earned, by tier in order of the tiers, trying every campaign (or line of them) in every unit
 * of time. For tests only, and for tiny worlds: everything a multiple of `unitMinutes`, every campaign always watchable.
 */
export function mostDrops(request: PlanRequest, unitMinutes: number): Readonly<Record<Tier, number>> {
  const unitMs = unitMinutes * minuteMs;
  const end = Math.max(...request.campaigns.map(({ campaign }) => campaign.endsAt));
  const steps = Math.ceil((end - request.now) / unitMs);
  const lines = linesOf(request);
  const known = new Map<string, number>();

  const best = (step: number, watched: readonly (readonly number[])[]): number => {
    if (step === steps) return 0;
    const key = `${step}|${watched.map((all) => all.join()).join(';')}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const at = request.now + step * unitMs;
    let most = best(step + 1, watched);
    if (!request.pauses.some((pause) => pause.startsAt <= at && at < pause.endsAt)) {
      for (const line of lines) {
        for (const index of line) {
          const next = watchUnit(request.campaigns[index], watched[index] ?? [], at, unitMinutes);
          if (next === null) continue;
          const rest = best(step + 1, watched.with(index, next.watched));
          most = Math.max(most, next.worth + rest);
          break;
        }
      }
    }
    known.set(key, most);
    return most;
  };

  const total = best(
    0,
    request.campaigns.map(({ campaign }) => campaign.drops.map((drop) => drop.progress.confirmedMinutes)),
  );
  return digitsOf(total);
}

/** Positions of the campaigns of each line in the order in which they are credited; one that is in none is its own. */
function linesOf({ campaigns, watchingId }: PlanRequest): readonly (readonly number[])[] {
  const lines = new Map<string, { readonly index: number; readonly planned: PlanCampaign }[]>();
  campaigns.forEach((planned, index) => {
    const key = planned.line ?? `alone ${index}`;
    lines.set(key, [...(lines.get(key) ?? []), { index, planned }]);
  });
  const rank = ({ campaign }: PlanCampaign): number => (campaign.id === watchingId ? 0 : 1);
  return [...lines.values()].map((line) =>
    line
      .sort(
        (a, b) =>
          rank(a.planned) - rank(b.planned) ||
          a.planned.campaign.endsAt - b.planned.campaign.endsAt ||
          (a.planned.campaign.id < b.planned.campaign.id ? -1 : 1),
      )
      .map(({ index }) => index),
  );
}

/** Base of the positional number that keeps the tiers apart. */
const base = 1_000;
const worths: Readonly<Record<Tier, number>> = { must: base * base, want: base, fill: 1 };

function digitsOf(total: number): Readonly<Record<Tier, number>> {
  return {
    must: Math.floor(total / worths.must),
    want: Math.floor(total / worths.want) % base,
    fill: total % base,
  };
}

function watchUnit(
  planned: PlanCampaign | undefined,
  watched: readonly number[],
  at: number,
  unitMinutes: number,
): { readonly watched: readonly number[]; readonly worth: number } | null {
  if (planned === undefined || at < planned.campaign.startsAt || at >= planned.campaign.endsAt) return null;
  const { drops } = planned.campaign;
  const isDone = (position: number): boolean => (watched[position] ?? 0) >= (drops[position]?.requiredMinutes ?? 0);
  let worth = 0;
  let moved = false;
  const next = drops.map((drop, position) => {
    const before = watched[position] ?? 0;
    const opened = drop.preconditionIds.every((id) => isDone(drops.findIndex((other) => other.id === id)));
    if (isDone(position) || !opened || at < drop.startsAt || at >= drop.endsAt) return before;
    moved = true;
    const after = before + unitMinutes;
    const tier = tiers.find((each) => each === planned.wishes[position]);
    if (after >= drop.requiredMinutes && tier !== undefined) worth += worths[tier];
    return after;
  });
  return moved ? { watched: next, worth } : null;
}

import type { Campaign, Drop } from './campaign.ts';
import { isComplete } from './credit.ts';

const minuteMs = 60_000;

/** Minutes still to be watched for the drop: its own and those of its longest chain of preconditions, confirmed ones subtracted. */
export function remainingMinutes(campaign: Campaign, drop: Drop): number {
  return remainingOf(campaign, drop, new Set());
}

function remainingOf(campaign: Campaign, drop: Drop, path: Set<Drop>): number {
  if (drop.claim.kind === 'claimed' || path.has(drop)) return 0;
  path.add(drop);
  let longest = 0;
  for (const id of drop.preconditionIds) {
    const before = campaign.drops.find((other) => other.id === id);
    if (before !== undefined) longest = Math.max(longest, remainingOf(campaign, before, path));
  }
  path.delete(drop);
  return longest + Math.max(0, drop.requiredMinutes - drop.progress.confirmedMinutes);
}

/** When minutes stop counting: the drop's end or its campaign's, whichever is first (epoch ms). */
export function earningEndsAt(campaign: Campaign, drop: Drop): number {
  return Math.min(drop.endsAt, campaign.endsAt);
}

/**
 * Minutes until the end for each minute still to be watched: 1 is just enough, less cannot be finished, `Infinity`
 * when nothing is left to earn. Without a drop: the least of the campaign's drops. Protocol 6.2.
 */
export function availability(campaign: Campaign, drop: Drop | undefined, now: number): number {
  if (drop === undefined) {
    return campaign.drops.reduce((least, each) => Math.min(least, availability(campaign, each, now)), Infinity);
  }
  const endsAt = earningEndsAt(campaign, drop);
  if (campaign.expired || drop.requiredMinutes <= 0 || drop.claim.kind !== 'unclaimed' || isComplete(drop)) {
    return Infinity;
  }
  return now < endsAt ? (endsAt - now) / minuteMs / remainingMinutes(campaign, drop) : Infinity;
}

/** Minutes that cannot be watched any more, even without a break from now or the start to the end; 0 = it can be done. */
export function missingMinutes(campaign: Campaign, drop: Drop, now: number): number {
  const from = Math.max(now, campaign.startsAt, drop.startsAt);
  const leftMinutes = Math.max(0, earningEndsAt(campaign, drop) - from) / minuteMs;
  return Math.max(0, Math.ceil(remainingMinutes(campaign, drop) - leftMinutes));
}

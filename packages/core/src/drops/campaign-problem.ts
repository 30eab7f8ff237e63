import type { Campaign, Drop } from './campaign.ts';
import { findPreconditionCycle } from './preconditions.ts';

/** About seventy days: Twitch's longest known requirement is far below. */
export const maxRequiredMinutes = 100_000;
export const maxDrops = 200;
/** What a `Date` can hold, epoch ms. */
const maxInstant = 8_640_000_000_000_000;

/** Why the campaign cannot be mined safely, as a sentence; null = it can. */
export function campaignProblem(campaign: Campaign): string | null {
  const name = `Campaign “${campaign.name}”`;
  if (!isInstant(campaign.startsAt) || !isInstant(campaign.endsAt)) {
    return `${name} has no readable dates (start ${campaign.startsAt}, end ${campaign.endsAt}).`;
  }
  if (campaign.endsAt <= campaign.startsAt) {
    return `${name} ends (${iso(campaign.endsAt)}) before it starts (${iso(campaign.startsAt)}).`;
  }
  const count = campaign.drops.length;
  if (count === 0) return `${name} has no drops.`;
  if (count > maxDrops) return `${name} has ${count} drops; at most ${maxDrops} are believable.`;
  if (new Set(campaign.drops.map((drop) => drop.id)).size < count) return `${name} lists the same drop twice.`;
  for (const drop of campaign.drops) {
    const problem = dropProblem(campaign, drop);
    if (problem !== null) return `${name}: ${problem}`;
  }
  const cyclic = findPreconditionCycle(campaign.drops);
  if (cyclic === null) return null;
  const cyclicName = campaign.drops.find((drop) => drop.id === cyclic)?.name ?? cyclic;
  return `${name}: drop “${cyclicName}” is its own precondition.`;
}

function dropProblem(campaign: Campaign, drop: Drop): string | null {
  const name = `drop “${drop.name}”`;
  if (!isCount(drop.requiredMinutes, maxRequiredMinutes)) {
    return `${name} requires ${drop.requiredMinutes} minutes; expected a whole number from 0 to ${maxRequiredMinutes}.`;
  }
  if (!isCount(drop.requiredSubs, 1_000_000)) {
    return `${name} requires ${drop.requiredSubs} subscriptions; expected a whole number of at least 0.`;
  }
  if (!isInstant(drop.startsAt) || !isInstant(drop.endsAt)) return `${name} has no readable dates.`;
  if (drop.endsAt <= drop.startsAt)
    return `${name} ends (${iso(drop.endsAt)}) before it starts (${iso(drop.startsAt)}).`;
  const foreign = drop.preconditionIds.find((id) => campaign.drops.every((other) => other.id !== id));
  return foreign === undefined ? null : `${name} has a precondition (${foreign}) that is no drop of this campaign.`;
}

function isInstant(value: number): boolean {
  return Number.isFinite(value) && Math.abs(value) <= maxInstant;
}

function isCount(value: number, max: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= max;
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}

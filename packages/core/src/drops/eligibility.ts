import type { Channel } from '../channels/channel.ts';
import type { MiningSettings } from '../mining/settings.ts';
import { type Campaign, claimGraceMs, type Drop } from './campaign.ts';
import { fitsChannel } from './channel-fit.ts';
import { takesMinutes } from './credit.ts';
import { exclusionOf, leadsToWanted } from './exclusion.ts';
import { followersOf } from './preconditions.ts';

export { availability, earningEndsAt, missingMinutes, remainingMinutes } from './availability.ts';
export { isActive, isUpcoming } from './credit.ts';

/**
 * Whether the account may earn in the campaign: linked, or some drop of it needs no link. A campaign whose link is
 * unknown (catalogue, available drops) counts: a first credited minute proves it. Protocol 5.7, 6.2.
 */
export function isEligible(campaign: Campaign, settings: MiningSettings): boolean {
  if (campaign.linked !== 'unlinked') return true;
  return campaign.drops.some(
    (drop) => drop.requiredMinutes > 0 && drop.claim.kind !== 'claimed' && isDropEligible(campaign, drop, settings),
  );
}

/** Like `isEligible` for one drop: in an unlinked campaign only badges and emotes, and what must come before them. */
export function isDropEligible(campaign: Campaign, drop: Drop, settings: MiningSettings): boolean {
  if (campaign.linked !== 'unlinked') return true;
  if (!settings.badgesAndEmotesUnlinked) return false;
  return (
    needsNoLink(drop) || followersOf(campaign, drop).some((each) => each.claim.kind !== 'claimed' && needsNoLink(each))
  );
}

function needsNoLink(drop: Drop): boolean {
  return drop.benefits.length > 0 && drop.benefits.every(({ kind }) => kind === 'BADGE' || kind === 'EMOTE');
}

/** Whether the drop could earn a minute now, the channel aside. Protocol 6.2. */
export function isDropOpen(campaign: Campaign, drop: Drop, settings: MiningSettings, now: number): boolean {
  return isOpen(campaign, drop, settings, now, (startsAt) => startsAt <= now);
}

/** Like `isDropOpen`, for some instant before `untilMs`: what starts by then counts already. Protocol 6.2. */
export function isDropOpenWithin(
  campaign: Campaign,
  drop: Drop,
  settings: MiningSettings,
  now: number,
  untilMs: number,
): boolean {
  return isOpen(campaign, drop, settings, now, (startsAt) => startsAt < untilMs);
}

function isOpen(
  campaign: Campaign,
  drop: Drop,
  settings: MiningSettings,
  now: number,
  hasStarted: (startsAt: number) => boolean,
): boolean {
  // Cheap tests first: this runs for every drop at every decision.
  return (
    !campaign.expired &&
    now < campaign.endsAt &&
    now < drop.endsAt &&
    hasStarted(campaign.startsAt) &&
    hasStarted(drop.startsAt) &&
    takesMinutes(campaign, drop) &&
    (drop.benefits.length > 0 || leadsToWanted(campaign, drop, settings)) &&
    isDropEligible(campaign, drop, settings) &&
    exclusionOf(campaign, drop, settings) === null
  );
}

/** The drops that a minute on a fitting channel would advance and that the owner wants, in the campaign's order. */
export function dropsOpen(campaign: Campaign, settings: MiningSettings, now: number): readonly Drop[] {
  return campaign.drops.filter((drop) => isDropOpen(campaign, drop, settings, now));
}

export function isCampaignOpen(campaign: Campaign, settings: MiningSettings, now: number): boolean {
  return campaign.drops.some((drop) => isDropOpen(campaign, drop, settings, now));
}

export function isCampaignOpenWithin(
  campaign: Campaign,
  settings: MiningSettings,
  now: number,
  untilMs: number,
): boolean {
  return campaign.drops.some((drop) => isDropOpenWithin(campaign, drop, settings, now, untilMs));
}

/** Whether Twitch still takes the claim: it named an instance and the campaign ended less than 24 h ago. Protocol 6.2. */
export function isClaimable(campaign: Campaign, drop: Drop, now: number): boolean {
  return drop.claim.kind === 'ready' && now < campaign.endsAt + claimGraceMs;
}

/** Nothing is left to earn or claim by watching. Protocol 6.2. */
export function isFinished(campaign: Campaign): boolean {
  return campaign.drops.every((drop) => drop.claim.kind === 'claimed' || drop.requiredMinutes === 0);
}

/** Whether a minute on the channel now would advance a wanted drop of the campaign. Protocol 6.2. */
export function canEarnOn(campaign: Campaign, channel: Channel, now: number, settings: MiningSettings): boolean {
  return fitsChannel(campaign, channel) && isCampaignOpen(campaign, settings, now);
}

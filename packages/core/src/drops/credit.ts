import type { Campaign, Drop } from './campaign.ts';
import { preconditionsClaimed } from './preconditions.ts';

/** The requirement is met by confirmed minutes; estimated ones never complete a drop. */
export function isComplete(drop: Drop): boolean {
  return drop.progress.confirmedMinutes >= drop.requiredMinutes;
}

/** Whether Twitch lists the campaign as running: not `EXPIRED` and now in [startsAt, endsAt). Protocol 6.2. */
export function isActive(campaign: Campaign, now: number): boolean {
  return !campaign.expired && campaign.startsAt <= now && now < campaign.endsAt;
}

export function isUpcoming(campaign: Campaign, now: number): boolean {
  return !campaign.expired && now < campaign.startsAt;
}

/**
 * Whether the drop still takes minutes, its dates aside: unclaimed and unmet, by minutes rather than by
 * subscription, all preconditions claimed. No taste of the owner is in it: Twitch credits excluded drops too.
 */
export function takesMinutes(campaign: Campaign, drop: Drop): boolean {
  return (
    drop.requiredMinutes > 0 &&
    drop.claim.kind === 'unclaimed' &&
    !isComplete(drop) &&
    preconditionsClaimed(campaign, drop)
  );
}

/** Whether Twitch would credit a minute of this campaign to the drop now. Protocol 5.4, 6.2. */
export function isCreditable(campaign: Campaign, drop: Drop, now: number): boolean {
  return drop.startsAt <= now && now < drop.endsAt && isActive(campaign, now) && takesMinutes(campaign, drop);
}

import type { CampaignView, DropView, ProgressView } from '@dropwise/contract';

/** Whether the requirement is met by what Twitch confirmed. */
export function isEarned({ requiredMinutes, confirmedMinutes }: ProgressView): boolean {
  return requiredMinutes > 0 && confirmedMinutes !== null && confirmedMinutes >= requiredMinutes;
}

/** Where its page is; null where the campaign is not known by its id. */
export function campaignAddress({ campaignId }: ProgressView): string | null {
  return campaignId === null ? null : `campaigns/${encodeURIComponent(campaignId)}`;
}

/** Other drops of the campaign that the same minutes count for, the next to be earned first. */
export function besides(campaign: CampaignView | null, dropId: string | null): readonly DropView[] {
  if (campaign === null) return [];
  return campaign.drops
    .filter((drop) => drop.id !== dropId && drop.whyNot?.code === 'mining')
    .toSorted((a, b) => missing(a) - missing(b));
}

function missing({ requiredMinutes, confirmedMinutes }: DropView): number {
  return requiredMinutes - (confirmedMinutes ?? 0);
}

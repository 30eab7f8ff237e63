import type { CampaignView, DropView } from '@dropwise/contract';

/** Nothing that the miner does can earn a drop of which this is said. */
const settled: ReadonlySet<string> = new Set([
  'quarantined',
  'too-late',
  'outside-list',
  'not-linked',
  'excluded-game',
  'excluded-campaign',
  'excluded-drop',
  'excluded-keyword',
  'excluded-benefit',
  'wished-never',
  'no-benefit',
  'subscription-only',
  'expired',
  'claimed',
]);

export function isFinished({ drops, claimedDrops }: CampaignView): boolean {
  return drops.length > 0 && claimedDrops >= drops.length;
}

/** At least one of its drops can still become yours as things are. */
export function isEarnable(campaign: CampaignView): boolean {
  if (campaign.state === 'expired') return campaign.drops.some(({ claim }) => claim === 'ready' || claim === 'byHand');
  return campaign.drops.some((drop) => isDropEarnable(campaign, drop));
}

function isDropEarnable({ linked }: CampaignView, { claim, requiredMinutes, whyNot }: DropView): boolean {
  if (claim === 'claimed') return false;
  if (claim !== 'unclaimed') return true;
  if (requiredMinutes <= 0) return false;
  // A miner that gives no reasons: what is linked, or may be, counts.
  return whyNot === null ? linked !== 'unlinked' : !settled.has(whyNot.code);
}

/** The drop whose bar stands for the campaign: the one that is mined, else the one that is furthest; null = none is open. */
export function currentDrop({ drops }: CampaignView): DropView | null {
  const open = drops.filter(({ claim, requiredMinutes }) => claim === 'unclaimed' && requiredMinutes > 0);
  const mined = open.filter(({ whyNot }) => whyNot?.code === 'mining');
  const [first, ...others] = mined.length > 0 ? mined : open;
  if (first === undefined) return null;
  return others.reduce((best, drop) => (shareOf(drop) > shareOf(best) ? drop : best), first);
}

function shareOf({ confirmedMinutes, estimatedMinutes, requiredMinutes }: DropView): number {
  return ((confirmedMinutes ?? 0) + estimatedMinutes) / requiredMinutes;
}

/** How much of a campaign is done, 0 to 1: claimed drops count in full, the others by their confirmed minutes. */
export function doneShare({ drops }: CampaignView): number {
  if (drops.length === 0) return 0;
  const done = drops.map(({ claim, confirmedMinutes, requiredMinutes }) => {
    if (claim !== 'unclaimed') return 1;
    return requiredMinutes <= 0 ? 0 : Math.min(1, (confirmedMinutes ?? 0) / requiredMinutes);
  });
  return done.reduce((sum, share) => sum + share, 0) / drops.length;
}

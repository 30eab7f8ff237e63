import type { CampaignId } from '@dropwise/kit';
import type { Campaign } from '../drops/campaign.ts';
import { compareText } from '../drops/compare.ts';

/**
 * Which of the campaigns that are open on a channel Twitch credits: allow-listed before open, then the one that it is
 * crediting, then the one that ends first; null = none is given. Protocol 5.4.
 */
export function creditedOf(campaigns: readonly Campaign[], creditingId: CampaignId | null): Campaign | null {
  let first: Campaign | null = null;
  for (const campaign of campaigns) {
    if (first === null || compareCredit(campaign, first, creditingId) < 0) first = campaign;
  }
  return first;
}

function compareCredit(a: Campaign, b: Campaign, creditingId: CampaignId | null): number {
  const listed = (campaign: Campaign): number => (campaign.allowList === null ? 1 : 0);
  const running = (campaign: Campaign): number => (campaign.id === creditingId ? 0 : 1);
  return listed(a) - listed(b) || running(a) - running(b) || a.endsAt - b.endsAt || compareText(a.id, b.id);
}

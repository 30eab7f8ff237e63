import type { Campaign } from './campaign.ts';
import type { ClaimedBenefits } from './report.ts';

/** Twitch stamps an award when the claim is made; our clock and its may differ a little. */
const slackMs = 10 * 60_000;

/**
 * Awards that no known claim accounts for. An award explained by one drop says nothing of the next drop or campaign that
 * gives the same benefit, so claims must not be inferred from it. Protocol 3.6, claim inference.
 */
export function unexplainedAwards(campaigns: readonly Campaign[], awards: ClaimedBenefits): ClaimedBenefits {
  const explained = new Set<string>();
  for (const campaign of campaigns) {
    for (const { claim, benefits } of campaign.drops) {
      if (claim.kind !== 'claimed' || claim.inferred === true) continue;
      for (const { id } of benefits) {
        const awardedAt = awards[id];
        if (awardedAt !== undefined && Math.abs(awardedAt - claim.at) <= slackMs) explained.add(id);
      }
    }
  }
  return Object.fromEntries(Object.entries(awards).filter(([id]) => !explained.has(id)));
}

import { createRandom, hashText } from '@dropwise/kit';
import type { Cut, CutCampaign, CutDrop } from './cut.ts';

const chainShare = 0.1;

/**
 * About one of ten campaigns whose drops can form a chain gets one: each drop after the next shorter. The history
 * carries no preconditions, so this is invented. A chained drop counts from the claim before it, hence it keeps
 * only its difference to that one, and the campaign takes as long as it did.
 */
export function withChains(cut: Cut, seed: number): Cut {
  return {
    ...cut,
    campaigns: cut.campaigns.map((campaign) => {
      const chosen = createRandom(hashText(`chain:${seed}:${campaign.id}`))() < chainShare;
      return chosen && canChain(campaign) ? chained(campaign) : campaign;
    }),
  };
}

/** At least two drops by watching, all in the same window, no two of the same length. */
function canChain(campaign: CutCampaign): boolean {
  const timed = campaign.drops.filter((drop) => drop.minutes > 0);
  const sameWindow = timed.every((drop) => drop.startAt === undefined && drop.endAt === undefined);
  return timed.length >= 2 && sameWindow && new Set(timed.map((drop) => drop.minutes)).size === timed.length;
}

function chained(campaign: CutCampaign): CutCampaign {
  const shortestFirst = campaign.drops.filter((drop) => drop.minutes > 0).sort((a, b) => a.minutes - b.minutes);
  const drops = campaign.drops.map((drop): CutDrop => {
    const before = shortestFirst[shortestFirst.indexOf(drop) - 1];
    if (before === undefined) return drop;
    return { ...drop, minutes: drop.minutes - before.minutes, after: [campaign.drops.indexOf(before)] };
  });
  return { ...campaign, drops };
}

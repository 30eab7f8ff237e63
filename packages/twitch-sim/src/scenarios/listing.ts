import { createRandom, hashText, randomInt } from '@dropwise/kit';
import type { CutCampaign } from './cut.ts';

const hourMs = 3_600_000;

/** The lists show every campaign as `UPCOMING` for a day. */
export function listedDayAhead(campaign: CutCampaign): number {
  return campaign.startAt - 24 * hourMs;
}

/**
 * The history's snapshots hold no campaign before its start, the real lists do. Two of three are listed 6 to 96
 * hours ahead; the rest appear unannounced when they were first seen: at the latest four hours after the start
 * or a quarter into it.
 */
export function listedAsSeen(seed: number): (campaign: CutCampaign) => number {
  return ({ id, startAt, endAt, firstSeenAt }) => {
    const random = createRandom(hashText(`listed:${seed}:${id}`));
    if (random() < 2 / 3) return startAt - randomInt(random, 6, 96) * hourMs;
    const latestAt = startAt + Math.min(4 * hourMs, Math.floor((endAt - startAt) / 4));
    return Math.min(Math.max(firstSeenAt, startAt), latestAt);
  };
}

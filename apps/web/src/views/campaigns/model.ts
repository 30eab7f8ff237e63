import type { CampaignView } from '@dropwise/contract';

/** Whether this miner knows wishes at all: others leave them out of every drop. */
export function hasWishes(campaigns: readonly CampaignView[]): boolean {
  return campaigns.some(({ drops }) => drops.some(({ wish }) => wish !== null));
}

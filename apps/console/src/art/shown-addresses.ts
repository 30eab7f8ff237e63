import type { CampaignView, MinerView } from '@dropwise/contract';
import type { Fleet } from '../children/fleet.ts';

/** By campaign: a view that changes keeps those that did not. */
const known = new WeakMap<CampaignView, ReadonlySet<string>>();

/** Whether a miner of the fleet shows a picture at this address: nobody may have another one fetched. */
export function isShown(fleet: Pick<Fleet, 'definitions' | 'view'>, address: string): boolean {
  return fleet.definitions.some(({ id }) => {
    const view = fleet.view(id);
    return view !== null && hasPicture(view, address);
  });
}

function hasPicture({ progress, campaigns }: MinerView, address: string): boolean {
  if (progress?.imageUrl === address) return true;
  return Object.values(campaigns).some((campaign) => picturesOf(campaign).has(address));
}

function picturesOf(campaign: CampaignView): ReadonlySet<string> {
  const before = known.get(campaign);
  if (before !== undefined) return before;
  const { boxArtUrl, imageUrl, drops } = campaign;
  const rewards = drops.flatMap(({ benefits }) => benefits.map((benefit) => benefit.imageUrl));
  const pictures = new Set([boxArtUrl, imageUrl, ...rewards].filter((each) => each !== null));
  known.set(campaign, pictures);
  return pictures;
}

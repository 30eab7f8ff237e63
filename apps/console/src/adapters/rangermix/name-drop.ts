import { campaignId, dropId } from '@dropwise/kit';

/** A drop as facts name it. */
export function nameDrop(
  campaign: { readonly id: string; readonly name: string; readonly game: string },
  drop: { readonly id: string; readonly name: string },
) {
  return {
    dropId: dropId(drop.id),
    dropName: drop.name,
    campaignId: campaignId(campaign.id),
    campaignName: campaign.name,
    gameName: campaign.game,
  };
}

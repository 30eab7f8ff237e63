import type { Origins } from '../doors/origins.ts';
import { campaignStatusAt, isEligible, type WorldCampaign } from '../world/campaigns.ts';
import type { World } from '../world/world.ts';
import { answerData, type Behavior, missingVariable, textVariable } from './behavior.ts';
import { benefitImage, campaignImage, dropFields, sharedCampaignFields } from './campaign-shapes.ts';

/** The campaigns that count on a live channel. Protocol 3.14. */
export const availableDrops: Behavior = {
  operation: 'DropsHighlightService_AvailableDrops',
  otherHashes: ['9a62a09bce5b53e26e64a671e530bc599cb6aab1e5ba3cbd5d85966d3940716f'],
  needsAccount: false,
  answer: ({ world, origins, variables }) => {
    const channelId = textVariable(variables, 'channelID');
    if (channelId === null) return missingVariable('channelID');
    if (world.channels.find(channelId) === undefined) return answerData({ channel: null });
    const stream = world.channels.streamOf(channelId);
    const now = world.now();
    const found: unknown[] = [];
    for (const campaign of stream === null ? [] : world.campaigns.candidatesFor(channelId, stream.game?.id ?? null)) {
      if (campaignStatusAt(campaign, now) === 'ACTIVE' && isEligible(campaign))
        found.push(campaignOf(world, campaign, origins));
    }
    const viewerDropCampaigns = found.length === 0 ? null : found;
    return answerData({ channel: { id: channelId, viewerDropCampaigns, __typename: 'Channel' } });
  },
};

function campaignOf(world: World, campaign: WorldCampaign, origins: Origins) {
  const { id, name, endAt, detailsURL } = sharedCampaignFields(world, campaign, origins);
  return {
    id,
    name,
    game: { id: campaign.game.id, name: campaign.game.name, __typename: 'Game' },
    detailsURL,
    endAt,
    imageURL: campaignImage(campaign, origins),
    eventBasedDrops: [],
    timeBasedDrops: campaign.drops.map((drop) => {
      const { id: dropId, name: dropName, startAt, endAt: dropEndAt, requiredMinutesWatched } = dropFields(drop);
      return {
        id: dropId,
        name: dropName,
        startAt,
        endAt: dropEndAt,
        benefitEdges: drop.definition.benefits.map((benefit) => ({
          benefit: {
            id: benefit.id,
            name: benefit.name,
            imageAssetURL: benefitImage(benefit.id, origins),
            distributionType: benefit.distributionType,
          },
          entitlementLimit: 1,
        })),
        requiredMinutesWatched,
      };
    }),
    summary: {
      isPermanentlyDismissible: false,
      isSitewide: false,
      includesSubRequirement: campaign.drops.some((drop) => drop.definition.requiredSubs > 0),
    },
    __typename: 'DropCampaign',
  };
}

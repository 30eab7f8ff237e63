import type { Origins } from '../doors/origins.ts';
import type { WorldDrop } from '../world/campaigns.ts';
import { answerData, type Behavior, missingVariable, textVariable } from './behavior.ts';
import {
  allowOf,
  benefitImage,
  campaignImage,
  dropFields,
  isoOf,
  ownerOf,
  sharedCampaignFields,
} from './campaign-shapes.ts';
import { malform } from './malformed-campaign.ts';

/** One campaign's drops, without a word about the viewer's minutes. Protocol 3.8. */
export const campaignDetails: Behavior = {
  operation: 'DropCampaignDetails',
  otherHashes: [],
  needsAccount: true,
  answer: ({ world, faults, origins, variables }) => {
    const campaignId = textVariable(variables, 'dropID');
    if (campaignId === null) return missingVariable('dropID');
    const campaign = world.campaigns.find(campaignId);
    if (campaign === undefined) return answerData({ user: { id: world.userId, dropCampaign: null } });
    const { id, name, slug } = campaign.game;
    const details = {
      ...sharedCampaignFields(world, campaign, origins),
      allow: {
        ...allowOf(world, campaign, ({ definition }) => ({
          id: definition.id,
          displayName: definition.displayName,
          name: definition.login,
          __typename: 'Channel',
        })),
        isEnabled: campaign.allowedChannelIds !== null,
        __typename: 'DropCampaignACL',
      },
      description: `Watch ${name} and earn.`,
      eventBasedDrops: [],
      game: { id, slug, displayName: name, __typename: 'Game' },
      imageURL: campaignImage(campaign, origins),
      owner: ownerOf(campaign),
      timeBasedDrops: campaign.drops.map((drop) => dropOf(drop, origins)),
      __typename: 'DropCampaign',
    };
    const isAimedAt = faults.peek('malformedCampaign', campaignId)?.target === campaignId;
    const [dropCampaign] = isAimedAt ? malform([details], faults) : [details];
    return answerData({ user: { id: world.userId, dropCampaign, __typename: 'User' } });
  },
};

function dropOf(drop: WorldDrop, origins: Origins) {
  const { game } = drop.campaign;
  const { id, name } = ownerOf(drop.campaign);
  return {
    ...dropFields(drop),
    benefitEdges: drop.definition.benefits.map((benefit) => ({
      benefit: {
        id: benefit.id,
        createdAt: isoOf(drop.campaign.definition.listedAt),
        entitlementLimit: 1,
        game: { id: game.id, name: game.name },
        imageAssetURL: benefitImage(benefit.id, origins),
        isIosAvailable: false,
        name: benefit.name,
        ownerOrganization: { id, name },
        distributionType: benefit.distributionType,
      },
      entitlementLimit: 1,
    })),
  };
}

import type { Origins } from '../doors/origins.ts';
import { hasPreconditionsMet, isInProgress, type WorldCampaign, type WorldDrop } from '../world/campaigns.ts';
import type { Reward, World } from '../world/world.ts';
import { answerData, type Behavior } from './behavior.ts';
import {
  allowOf,
  benefitImage,
  boxArt,
  campaignImage,
  dropFields,
  isoOf,
  sharedCampaignFields,
} from './campaign-shapes.ts';
import { malform } from './malformed-campaign.ts';

/** Campaigns in progress, with the viewer's minutes, and every reward ever claimed. Protocol 3.6. */
export const inventory: Behavior = {
  operation: 'Inventory',
  otherHashes: ['d86775d0ef16a63a33ad52e80eaff963b2d5b72fada7c991504a57496e1d8e4b'],
  needsAccount: true,
  answer: ({ world, faults, origins }) => {
    const now = world.now();
    const inProgress = world.campaigns.all.filter((campaign) => isInProgress(campaign, now));
    const campaigns = inProgress.map((campaign) => campaignOf(world, campaign, origins));
    const rewards = latestByBenefit(world.rewards());
    return answerData({
      currentUser: {
        id: world.userId,
        inventory: {
          dropCampaignsInProgress: malform(campaigns, faults),
          gameEventDrops: rewards.map((reward) => rewardOf(world, reward, origins)),
          earnedDropRewards: { edges: [] },
          completedRewardCampaigns: [],
          __typename: 'Inventory',
        },
        __typename: 'User',
      },
    });
  },
};

function campaignOf(world: World, campaign: WorldCampaign, origins: Origins) {
  const { game } = campaign;
  const { id: gameId, name, slug } = game;
  return {
    ...sharedCampaignFields(world, campaign, origins),
    imageURL: campaignImage(campaign, origins),
    game: { id: gameId, name, slug, boxArtURL: boxArt(gameId, '285x380', origins), __typename: 'Game' },
    allow: {
      ...allowOf(world, campaign, ({ definition: { id, login } }) => ({
        id,
        name: login,
        url: `${origins.site}/${login}`,
        __typename: 'Channel',
      })),
      __typename: 'DropCampaignACL',
    },
    eventBasedDrops: [],
    timeBasedDrops: campaign.drops.map((drop) => dropOf(world, drop, origins)),
    __typename: 'DropCampaign',
  };
}

function dropOf(world: World, drop: WorldDrop, origins: Origins) {
  const isClaimed = drop.claimedAt !== null;
  const { self, accountLinkURL, id } = sharedCampaignFields(world, drop.campaign, origins);
  return {
    ...dropFields(drop),
    benefitEdges: drop.definition.benefits.map((benefit) => ({
      benefit: {
        id: benefit.id,
        name: benefit.name,
        imageAssetURL: benefitImage(benefit.id, origins),
        distributionType: benefit.distributionType,
        __typename: 'DropBenefit',
      },
      entitlementLimit: 1,
      claimCount: isClaimed ? 1 : 0,
      __typename: 'DropBenefitEdge',
    })),
    self: {
      hasPreconditionsMet: hasPreconditionsMet(drop),
      currentMinutesWatched: drop.minutes,
      isClaimed,
      dropInstanceID: world.dropInstanceIdOf(drop),
      __typename: 'TimeBasedDropSelfEdge',
    },
    campaign: { id, accountLinkURL, self },
    __typename: 'TimeBasedDrop',
  };
}

function latestByBenefit(rewards: readonly Reward[]): Reward[] {
  return [...new Map(rewards.map((reward) => [reward.benefitId, reward])).values()];
}

function rewardOf(world: World, reward: Reward, origins: Origins) {
  const campaign = reward.campaignId === null ? undefined : world.campaigns.find(reward.campaignId);
  return {
    id: reward.benefitId,
    name: reward.name,
    game: null,
    imageURL: benefitImage(reward.benefitId, origins),
    isConnected: campaign?.linked ?? true,
    lastAwardedAt: isoOf(reward.awardedAt),
    requiredAccountLink:
      campaign === undefined ? `${origins.site}/drops/link` : `${origins.site}/drops/link/${campaign.game.slug}`,
    totalCount: 1,
    __typename: 'UserDropReward',
  };
}

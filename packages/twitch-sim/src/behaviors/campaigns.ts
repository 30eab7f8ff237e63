import { answerData, type Behavior } from './behavior.ts';
import { boxArt, ownerOf, sharedCampaignFields } from './campaign-shapes.ts';
import { malform } from './malformed-campaign.ts';

/** An ended campaign stays in the list for a day. */
const expiredListedMs = 24 * 3_600_000;

/** Every campaign that is on, that will be, or that ended lately. Protocol 3.7. */
export const campaigns: Behavior = {
  operation: 'ViewerDropsDashboard',
  otherHashes: ['5a4da2ab3d5b47c9f9ce864e727b2cb346af1e3ea8b897fe8f704a97ff017619'],
  needsAccount: true,
  answer: ({ world, faults, origins, token }) => {
    const user = { id: world.userId, login: world.login, __typename: 'User' };
    if (token !== null && faults.strike('nullCatalogue', token.client.name) !== null) {
      return answerData({ currentUser: { ...user, dropCampaigns: null }, rewardCampaignsAvailableToUser: [] });
    }
    const now = world.now();
    const listed = world.campaigns.all.filter(
      ({ definition }) => definition.listedAt <= now && now < definition.endAt + expiredListedMs,
    );
    const dropCampaigns = listed.map((campaign) => ({
      ...sharedCampaignFields(world, campaign, origins),
      owner: ownerOf(campaign),
      game: {
        id: campaign.game.id,
        displayName: campaign.game.name,
        boxArtURL: boxArt(campaign.game.id, '120x160', origins),
        __typename: 'Game',
      },
      __typename: 'DropCampaign',
    }));
    return answerData({
      currentUser: { ...user, dropCampaigns: malform(dropCampaigns, faults) },
      rewardCampaignsAvailableToUser: [],
    });
  },
};

import {
  allowOf,
  benefitImage,
  boxArt,
  campaignImage,
  dropFields,
  isoOf,
  ownerOf,
  sharedCampaignFields,
} from '../behaviors/campaign-shapes.ts';
import type { WorldCampaign } from '../world/campaigns.ts';
import type { World } from '../world/world.ts';
import { jsonAnswer, type SimAnswer, type SimRequest } from './exchange.ts';
import { type Origins, originsFor } from './origins.ts';
import type { Service } from './service.ts';

const refreshMs = 3_600_000;

/** The community's public catalogue: `/drops` as version 1, `/v2/drops` as version 2. Protocol 5.7. */
export function answerCatalogue(service: Service, request: SimRequest): SimAnswer {
  const origins = originsFor(request.scheme, request.host);
  const now = service.clock.now();
  const data = gamesOf(service.world, origins, now);
  if (!request.path.startsWith('/v2/')) return jsonAnswer(200, data);
  const lastUpdatedAt = isoOf(now - (now % (refreshMs / 4)));
  return jsonAnswer(200, { lastUpdatedAt, refreshIntervalSeconds: refreshMs / 1000, data });
}

function gamesOf(world: World, origins: Origins, now: number) {
  const byGame = new Map<string, WorldCampaign[]>();
  for (const campaign of world.campaigns.all) {
    const { listedAt, endAt } = campaign.definition;
    if (listedAt > now || endAt <= now) continue;
    const list = byGame.get(campaign.game.id);
    if (list === undefined) byGame.set(campaign.game.id, [campaign]);
    else list.push(campaign);
  }
  return [...byGame].map(([gameId, campaigns]) => ({
    gameId,
    gameDisplayName: campaigns[0]?.game.name ?? '',
    gameBoxArtURL: boxArt(gameId, '285x380', origins),
    startAt: isoOf(Math.min(...campaigns.map(({ definition }) => definition.startAt))),
    endAt: isoOf(Math.max(...campaigns.map(({ definition }) => definition.endAt))),
    rewards: campaigns.map((campaign) => rewardOf(world, campaign, origins)),
  }));
}

/** The fields of the details answer; `self` means nothing here and is always false. */
function rewardOf(world: World, campaign: WorldCampaign, origins: Origins) {
  const { id, slug, name } = campaign.game;
  return {
    ...sharedCampaignFields(world, campaign, origins),
    self: { isAccountConnected: false, __typename: 'DropCampaignSelfEdge' },
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
    description: '',
    game: { id, slug, displayName: name, __typename: 'Game' },
    imageURL: campaignImage(campaign, origins),
    owner: ownerOf(campaign),
    timeBasedDrops: campaign.drops.map((drop) => ({
      ...dropFields(drop),
      benefitEdges: drop.definition.benefits.map((benefit) => ({
        benefit: {
          id: benefit.id,
          name: benefit.name,
          imageAssetURL: benefitImage(benefit.id, origins),
          distributionType: benefit.distributionType,
        },
        entitlementLimit: 1,
      })),
    })),
    __typename: 'DropCampaign',
  };
}

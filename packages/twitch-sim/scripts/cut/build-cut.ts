import type { Cut, CutCampaign, CutDrop } from '../../src/scenarios/cut.ts';
import type { HistoryCampaign, HistoryDrop } from './history.ts';

/** The cut's form of these campaigns, in their order; games and channels sorted, so that a run repeats. */
export function buildCut(campaigns: readonly HistoryCampaign[]): Cut {
  const games = [...new Map(campaigns.map((campaign) => [campaign.gameId, gameOf(campaign)])).values()];
  games.sort((a, b) => Number(a.id) - Number(b.id));
  const gameIndexOf = new Map(games.map((game, index) => [game.id, index]));
  const indexOf = (campaign: HistoryCampaign) => gameIndexOf.get(campaign.gameId) ?? -1;
  return {
    games,
    channels: channelGames(campaigns, indexOf),
    campaigns: campaigns.map((campaign) => cutCampaign(campaign, indexOf(campaign))),
  };
}

function gameOf(campaign: HistoryCampaign): Cut['games'][number] {
  return { id: campaign.gameId, name: campaign.game, slug: campaign.slug };
}

/**
 * What each allow-listed channel plays. A channel can be on lists of several games, yet plays one: the campaign
 * with the shortest list chooses first, so that nearly every list has somebody who plays its game.
 */
function channelGames(
  campaigns: readonly HistoryCampaign[],
  indexOf: (campaign: HistoryCampaign) => number,
): (readonly [number, number])[] {
  const plays = new Map<number, number>();
  const listed = campaigns.filter((campaign) => campaign.channels !== null);
  const shortestFirst = [...listed].sort((a, b) => (a.channels?.length ?? 0) - (b.channels?.length ?? 0));
  for (const campaign of shortestFirst) {
    const numbers = campaign.channels ?? [];
    if (numbers.some((number) => plays.get(number) === indexOf(campaign))) continue;
    const free = numbers.find((number) => !plays.has(number));
    if (free !== undefined) plays.set(free, indexOf(campaign));
  }
  for (const campaign of listed) {
    for (const number of campaign.channels ?? []) if (!plays.has(number)) plays.set(number, indexOf(campaign));
  }
  return [...plays].sort(([a], [b]) => a - b);
}

function cutCampaign(campaign: HistoryCampaign, gameIndex: number): CutCampaign {
  return {
    id: campaign.id,
    name: campaign.name,
    gameIndex,
    startAt: campaign.startAt,
    endAt: campaign.endAt,
    firstSeenAt: campaign.firstSeenAt,
    allowed: campaign.channels,
    drops: campaign.drops.map((drop) => cutDrop(drop, campaign)),
  };
}

function cutDrop(drop: HistoryDrop, campaign: HistoryCampaign): CutDrop {
  return {
    id: drop.id,
    name: drop.name,
    ...(drop.startAt === campaign.startAt ? {} : { startAt: drop.startAt }),
    ...(drop.endAt === campaign.endAt ? {} : { endAt: drop.endAt }),
    minutes: drop.minutes,
    subs: drop.subs,
    // Snapshots before the summer of 2025 carry no type; nearly everything is an in-game item.
    benefits: drop.benefits.map(({ name, type }) => [name, type ?? 'DIRECT_ENTITLEMENT'] as const),
  };
}

import { type CampaignId, createRandom, type GameId, hashText } from '@dropwise/kit';
import type { MiningMode, MiningSettings } from '../mining/settings.ts';
import type { Campaign } from './campaign.ts';
import { comparableName } from './comparable-name.ts';
import { compareKeys, compareText } from './compare.ts';
import { availability, isActive, isCampaignOpenWithin, isDropOpenWithin, isUpcoming } from './eligibility.ts';

/** How far ahead a campaign's start makes its game wanted, so that its channels are known in time. Protocol 6.2. */
export const wantedHorizonMs = 3_600_000;

/** Puts campaigns in order, most wanted first; the owner's priority list is applied afterwards. Each mode is one. */
export type GameRanker = (campaigns: readonly Campaign[], settings: MiningSettings, now: number) => readonly Campaign[];

export const gameRankers: Readonly<Record<MiningMode, GameRanker>> = {
  // As long as there is no plan.
  plan: (campaigns) => sortBy(campaigns, (campaign) => [campaign.endsAt]),
  priority_only: (campaigns, _settings, now) =>
    sortBy(campaigns, (campaign) => [isActive(campaign, now) ? 0 : 1, campaign.endsAt]),
  ending_soonest: (campaigns) => sortBy(campaigns, (campaign) => [campaign.endsAt]),
  low_availability: (campaigns, settings, now) =>
    sortBy(campaigns, (campaign) => [openAvailability(campaign, settings, now), campaign.endsAt]),
  random: (campaigns, settings) =>
    sortBy(campaigns, (campaign) => [lotOf(campaign.game.id, settings.seed), campaign.endsAt]),
};

/**
 * Games worth watching, most wanted first. A game is wanted when one of its campaigns is open within the hour; listed
 * ones come first in the list's order, and mode `priority_only` wants no others. Names compare without case. Protocol 6.3.
 * With the `order` of a plan that order alone counts: the list has become wishes, and the plan knows them.
 */
export function rankGames(
  campaigns: readonly Campaign[],
  settings: MiningSettings,
  now: number,
  order: readonly CampaignId[] | null = null,
): readonly GameId[] {
  const listed = new Map(
    settings.priority.map((name, index): [string, number] => [comparableName(name), index]).reverse(),
  );
  const indexOf = (campaign: Campaign): number => listed.get(comparableName(campaign.game.name)) ?? Infinity;
  const wanted = campaigns.filter(
    (campaign) =>
      (settings.mode !== 'priority_only' || indexOf(campaign) !== Infinity) &&
      isCampaignOpenWithin(campaign, settings, now, now + wantedHorizonMs),
  );
  const ranked = rankCampaigns(wanted, settings, now, order);
  if (order !== null) return [...new Set(ranked.map((campaign) => campaign.game.id))];
  const byList = sortStable(ranked, (campaign) => [indexOf(campaign)]);
  return [...new Set(byList.map((campaign) => campaign.game.id))];
}

/** Campaigns, of one game as a rule, in the order the mode or the plan prefers. None is left out. */
export function rankCampaigns(
  campaigns: readonly Campaign[],
  settings: MiningSettings,
  now: number,
  order: readonly CampaignId[] | null = null,
): readonly Campaign[] {
  if (order === null) return gameRankers[settings.mode](campaigns, settings, now);
  const ranks = new Map(order.map((id, rank): [CampaignId, number] => [id, rank]));
  return sortBy(campaigns, (campaign) => [
    ranks.get(campaign.id) ?? Infinity,
    isUpcoming(campaign, now) ? 0 : 1,
    campaign.endsAt,
  ]);
}

/** Whether the priority list names the game. */
export function isListed(gameName: string, settings: MiningSettings): boolean {
  const name = comparableName(gameName);
  return settings.priority.some((listed) => comparableName(listed) === name);
}

function openAvailability(campaign: Campaign, settings: MiningSettings, now: number): number {
  let least = Infinity;
  for (const drop of campaign.drops) {
    if (!isDropOpenWithin(campaign, drop, settings, now, now + wantedHorizonMs)) continue;
    least = Math.min(least, availability(campaign, drop, now));
  }
  return least;
}

/** The game's lot in mode `random`: by seed, so that it holds for a whole run whatever else comes and goes. */
function lotOf(gameId: GameId, seed: number): number {
  return createRandom(hashText(`${seed}:${gameId}`))();
}

/** By the keys, least first; ties by start and id, so that the order never depends on how the lists arrived. */
function sortBy(
  campaigns: readonly Campaign[],
  keysOf: (campaign: Campaign) => readonly number[],
): readonly Campaign[] {
  const settled = [...campaigns].sort((a, b) => a.startsAt - b.startsAt || compareText(a.id, b.id));
  return sortStable(settled, keysOf);
}

function sortStable(
  campaigns: readonly Campaign[],
  keysOf: (campaign: Campaign) => readonly number[],
): readonly Campaign[] {
  return campaigns
    .map((campaign) => ({ campaign, keys: keysOf(campaign) }))
    .sort((a, b) => compareKeys(a.keys, b.keys))
    .map(({ campaign }) => campaign);
}

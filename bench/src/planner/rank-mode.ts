import { wantedHorizonMs } from '@dropwise/core';
import { createRandom, hashText } from '@dropwise/kit';
import type { Mode, Moment } from './replay.ts';
import { isWatchable, type World, type WorldCampaign } from './world.ts';

/** The miner's modes that follow a fixed order of games. */
export type RankModeName = 'priority_only' | 'ending_soonest' | 'low_availability' | 'random';
export const rankModeNames: readonly RankModeName[] = ['priority_only', 'ending_soonest', 'low_availability', 'random'];

const horizonMinutes = wantedHorizonMs / 60_000;

/** The least first. */
type Key = (campaign: WorldCampaign, minute: number, watchedMinutes: number) => number;

/**
 * What the miner picks in its mode (`rankGames` and `bestCampaignOn` of core), in numbers: a full run asks six million
 * times. The best-ranked game of which something can be watched; in it allow-listed before open, then by rank. With
 * `priority_only` all of the world's games are the list, in their order; the other modes have none.
 */
export function createRankMode(name: RankModeName, world: World, seed: number): Mode {
  const key = keyOf(name, world, seed);
  const places = placesOf(world);
  const placeOf = (campaign: WorldCampaign): number => places[campaign.index] ?? 0;
  const gameKeys = new Float64Array(world.gameIds.length);
  const gamePlaces = new Float64Array(world.gameIds.length);
  return ({ minute, known, watchedMinutes }: Moment) => {
    gamePlaces.fill(Infinity);
    gameKeys.fill(Infinity);
    const keys = known.map((campaign) => key(campaign, minute, watchedMinutes[campaign.index] ?? 0));
    for (const [at, campaign] of known.entries()) {
      if (campaign.startMinute >= minute + horizonMinutes) continue;
      const [own, place] = [keys[at] ?? Infinity, placeOf(campaign)];
      if (!isBefore(own, place, gameKeys[campaign.game] ?? 0, gamePlaces[campaign.game] ?? 0)) continue;
      gameKeys[campaign.game] = own;
      gamePlaces[campaign.game] = place;
    }
    let best: WorldCampaign | null = null;
    let bestKey = Infinity;
    for (const [at, campaign] of known.entries()) {
      const own = keys[at] ?? Infinity;
      if (!isWatchable(campaign, minute)) continue;
      if (best !== null && !isBetter(campaign, own, best, bestKey)) continue;
      best = campaign;
      bestKey = own;
    }
    return best;
  };

  function isBetter(campaign: WorldCampaign, own: number, best: WorldCampaign, bestKey: number): boolean {
    if (campaign.game !== best.game) {
      const [game, other] = [campaign.game, best.game];
      return isBefore(gameKeys[game] ?? 0, gamePlaces[game] ?? 0, gameKeys[other] ?? 0, gamePlaces[other] ?? 0);
    }
    const isListed = campaign.liveChannels !== null;
    if (isListed !== (best.liveChannels !== null)) return isListed;
    return isBefore(own, placeOf(campaign), bestKey, placeOf(best));
  }
}

function keyOf(name: RankModeName, world: World, seed: number): Key {
  switch (name) {
    case 'priority_only':
      return ({ game }) => game;
    case 'ending_soonest':
      return ({ endMinute }) => endMinute;
    case 'low_availability':
      // The longest drop has the least minutes to spare for each that it takes.
      return ({ endMinute, thresholds }, minute, watched) =>
        (endMinute - minute) / ((thresholds.at(-1) ?? 0) - watched);
    case 'random': {
      const lots = world.gameIds.map((id) => createRandom(hashText(`${seed}:${id}`))());
      return ({ game }) => lots[game] ?? 0;
    }
  }
}

function isBefore(key: number, place: number, otherKey: number, otherPlace: number): boolean {
  return key === otherKey ? place < otherPlace : key < otherKey;
}

/** The order among equals, by index: the soonest end, then the first start, then the id. */
function placesOf(world: World): Int32Array {
  const places = new Int32Array(world.campaigns.length);
  const sorted = world.campaigns.toSorted((a, b) => a.endMinute - b.endMinute || a.index - b.index);
  for (const [place, campaign] of sorted.entries()) places[campaign.index] = place;
  return places;
}

import type { CampaignId, GameId } from '@dropwise/kit';
import type { AllowedChannel, Campaign } from '../drops/campaign.ts';
import { isCampaignOpenWithin } from '../drops/eligibility.ts';
import { rankCampaigns, wantedHorizonMs } from '../drops/wanted-games.ts';
import type { MiningSettings } from '../mining/settings.ts';

/** Twenty a request (protocol 6.4): more would hold up the first choice without improving it. */
export const maxChecks = 400;

export interface ChannelFetchPlan {
  /** Directories to read, best game first. */
  readonly directories: readonly { readonly gameId: GameId; readonly slug: string }[];
  /** Allow-listed channels to look at, each once, at most `maxChecks`. */
  readonly checks: readonly AllowedChannel[];
}

/**
 * Where to look for channels: the directory of a game with an open campaign for everyone, and the allow lists of the
 * others, one channel of each campaign in turn so that a long list cannot crowd out a short one. With the `order` of a
 * plan its campaigns come first, whatever their games. Protocol 6.4.
 */
export function planChannelFetch(
  campaigns: readonly Campaign[],
  wantedGameIds: readonly GameId[],
  settings: MiningSettings,
  now: number,
  order: readonly CampaignId[] | null = null,
): ChannelFetchPlan {
  const directories = new Map<GameId, { gameId: GameId; slug: string }>();
  const allowLists: (readonly AllowedChannel[])[] = [];
  const open = campaigns.filter(
    (campaign) =>
      wantedGameIds.includes(campaign.game.id) && isCampaignOpenWithin(campaign, settings, now, now + wantedHorizonMs),
  );
  const ranked =
    order === null
      ? wantedGameIds.flatMap((gameId) => rankCampaigns(ofGame(open, gameId), settings, now))
      : rankCampaigns(open, settings, now, order);
  for (const { game, allowList } of ranked) {
    if (allowList !== null) allowLists.push(allowList);
    else if (!directories.has(game.id)) directories.set(game.id, { gameId: game.id, slug: game.slug });
  }
  return { directories: [...directories.values()], checks: takeInTurn(allowLists, maxChecks) };
}

function ofGame(campaigns: readonly Campaign[], gameId: GameId): readonly Campaign[] {
  return campaigns.filter((campaign) => campaign.game.id === gameId);
}

function takeInTurn(lists: readonly (readonly AllowedChannel[])[], limit: number): readonly AllowedChannel[] {
  const taken = new Map<string, AllowedChannel>();
  const longest = lists.reduce((length, list) => Math.max(length, list.length), 0);
  for (let row = 0; row < longest; row++) {
    for (const list of lists) {
      const channel = list[row];
      if (channel === undefined) continue;
      if (taken.size === limit) return [...taken.values()];
      taken.set(channel.id, channel);
    }
  }
  return [...taken.values()];
}

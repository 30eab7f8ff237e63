import type { CampaignId, ChannelId, GameId } from '@dropwise/kit';
import type { Campaign } from '../drops/campaign.ts';
import { fitsChannel, isAllowListed } from '../drops/channel-fit.ts';
import { compareKeys, compareText } from '../drops/compare.ts';
import { isCampaignOpen } from '../drops/eligibility.ts';
import { rankCampaigns } from '../drops/wanted-games.ts';
import type { MiningSettings } from '../mining/settings.ts';
import type { Channel } from './channel.ts';
import { creditedOf } from './credited-campaign.ts';

export { type ChannelFetchPlan, maxChecks, planChannelFetch } from './plan-channel-fetch.ts';

/** Two topics each and three of the user's own fill 8 sockets of 50. Protocol 4.3. */
export const maxChannels = 199;

export interface ChoiceContext {
  readonly now: number;
  readonly settings: MiningSettings;
  readonly campaigns: readonly Campaign[];
  /** Most wanted first, as `rankGames` gives them. */
  readonly wantedGameIds: readonly GameId[];
  /** The plan's order of campaigns, best first; what is not in it comes after. Null = games decide, as in the other modes. */
  readonly order: readonly CampaignId[] | null;
  /** The campaign that Twitch is crediting: it goes on with it wherever it can. Matters with `order` only. */
  readonly creditingId?: CampaignId | null;
}

export interface ChannelChoice {
  readonly channel: Channel;
  readonly why: 'first' | 'plan' | 'higher-game' | 'allow-listed' | 'current-unwatchable' | 'kept';
}

/**
 * The wanted campaign that a minute on the channel is expected to count for; null = none. Twitch credits a campaign
 * that allow-lists the channel before an open one, whatever we prefer; then the rank decides. The plan knows better than
 * to hope for a rank: it counts on what Twitch does. Protocol 5.4, 6.4.
 */
export function bestCampaignOn(channel: Channel, context: ChoiceContext): Campaign | null {
  const { now, settings, wantedGameIds } = context;
  const earnable = context.campaigns.filter(
    (campaign) =>
      fitsChannel(campaign, channel) &&
      wantedGameIds.includes(campaign.game.id) &&
      isCampaignOpen(campaign, settings, now),
  );
  if (context.order !== null) return creditedOf(earnable, context.creditingId ?? null);
  const allowListed = earnable.filter((campaign) => campaign.allowList !== null);
  const credited = allowListed.length > 0 ? allowListed : earnable;
  const bestIndex = Math.min(...credited.map((campaign) => wantedGameIds.indexOf(campaign.game.id)));
  const ofBestGame = credited.filter((campaign) => wantedGameIds.indexOf(campaign.game.id) === bestIndex);
  return rankCampaigns(ofBestGame, settings, now)[0] ?? null;
}

/** Live, and a wanted campaign can be earned there now. Doubtful channels can be watched, but come last. */
export function canWatch(channel: Channel, context: ChoiceContext): boolean {
  return bestCampaignOn(channel, context) !== null;
}

/**
 * Best first: the rank of what is earned there (its wanted game, or the campaign in the plan), allow-listed before
 * open, more viewers before fewer;
 * then live ones without anything to earn, then offline ones; channels in doubt after all others. Protocol 6.4.
 */
export function orderChannels(channels: readonly Channel[], context: ChoiceContext): Channel[] {
  return channels
    .map((channel) => ({ channel, keys: orderKeys(channel, context) }))
    .sort((a, b) => compareKeys(a.keys, b.keys) || compareText(a.channel.id, b.channel.id))
    .map(({ channel }) => channel);
}

function orderKeys(channel: Channel, context: ChoiceContext): readonly number[] {
  const best = bestCampaignOn(channel, context);
  const doubt = isDoubtful(channel, context) ? 1 : 0;
  const viewers = channel.stream?.viewers ?? 0;
  if (best !== null) return [doubt, 0, indexOf(best, context), best.allowList === null ? 1 : 0, -viewers];
  return [
    doubt,
    channel.stream === null ? 2 : 1,
    potentialIndex(channel, context),
    channel.allowListed ? 0 : 1,
    -viewers,
  ];
}

/** The best rank of the campaigns that allow-list the channel: what it would be good for if it came on with their game. */
function potentialIndex(channel: Channel, context: ChoiceContext): number {
  let least = Infinity;
  for (const campaign of context.campaigns) {
    if (campaign.allowList === null || campaign.endsAt <= context.now) continue;
    const index = indexOf(campaign, context);
    if (index < least && isAllowListed(campaign, channel)) least = index;
  }
  return least;
}

function indexOf(campaign: Campaign, context: ChoiceContext): number {
  const index = context.wantedGameIds.indexOf(campaign.game.id);
  const gameIndex = index === -1 ? Infinity : index;
  if (context.order === null) return gameIndex;
  const rank = context.order.indexOf(campaign.id);
  return rank === -1 ? context.order.length + gameIndex : rank;
}

function isDoubtful(channel: Channel, context: ChoiceContext): boolean {
  return channel.doubtfulUntil > context.now;
}

/** Whether leaving `current` for `candidate` is worth it. Viewers never are. Protocol 6.4. */
export function shouldSwitch(current: Channel | null, candidate: Channel, context: ChoiceContext): boolean {
  return switchReason(current, candidate, context) !== null;
}

function switchReason(
  current: Channel | null,
  candidate: Channel,
  context: ChoiceContext,
): Exclude<ChannelChoice['why'], 'kept'> | null {
  if (candidate.id === current?.id) return null;
  const there = bestCampaignOn(candidate, context);
  if (there === null) return null;
  if (current === null) return 'first';
  const here = bestCampaignOn(current, context);
  if (here === null) return 'current-unwatchable';
  if (isDoubtful(current, context) !== isDoubtful(candidate, context)) {
    return isDoubtful(current, context) ? 'current-unwatchable' : null;
  }
  const gained = indexOf(here, context) - indexOf(there, context);
  if (gained !== 0 || context.order !== null) {
    if (gained > 0) return context.order === null ? 'higher-game' : 'plan';
    return null;
  }
  return there.allowList !== null && here.allowList === null ? 'allow-listed' : null;
}

/** The channel to watch now: the best one that is worth a switch, else the current one if it still serves; null = none. */
export function chooseChannel(
  channels: readonly Channel[],
  current: Channel | null,
  context: ChoiceContext,
): ChannelChoice | null {
  const watched = channels.find((channel) => channel.id === current?.id) ?? current;
  for (const channel of orderChannels(channels, context)) {
    const why = switchReason(watched, channel, context);
    if (why !== null) return { channel, why };
  }
  return watched !== null && canWatch(watched, context) ? { channel: watched, why: 'kept' } : null;
}

/**
 * At most `maxChannels`, best first, `keepId` (the watched channel) always among them. Allow-listed channels that may
 * come on with a wanted game outlive live ones that have nothing to offer. A plan turns to another campaign at any time:
 * then a few channels of every campaign come before many of one.
 */
export function trimChannels(
  channels: readonly Channel[],
  context: ChoiceContext,
  keepId: ChannelId | null,
): Channel[] {
  const ordered = orderChannels(channels, context);
  if (ordered.length <= maxChannels) return ordered;
  const worth =
    context.order === null
      ? new Map(ordered.map((channel) => [channel.id, worthOf(channel, context, keepId)]))
      : spreadWorth(ordered, context, keepId);
  const kept = new Set(
    [...ordered].sort((a, b) => (worth.get(a.id) ?? 0) - (worth.get(b.id) ?? 0)).slice(0, maxChannels),
  );
  return ordered.filter((channel) => kept.has(channel));
}

function worthOf(channel: Channel, context: ChoiceContext, keepId: ChannelId | null): number {
  if (channel.id === keepId) return 0;
  if (canWatch(channel, context)) return 1;
  return potentialIndex(channel, context) < Infinity ? 2 : 3;
}

/** Live and offline channels of one campaign that are kept before any campaign gets more. */
const fewLive = 3;
const fewOffline = 5;

/** Like `worthOf`, but those of one campaign are worth less the more of them are kept already. `ordered` is best first. */
function spreadWorth(
  ordered: readonly Channel[],
  context: ChoiceContext,
  keepId: ChannelId | null,
): ReadonlyMap<ChannelId, number> {
  const counts = new Map<string | number, number>();
  const takeTurn = (group: string | number): number => {
    const turn = counts.get(group) ?? 0;
    counts.set(group, turn + 1);
    return turn;
  };
  const worth = (channel: Channel): number => {
    const best = bestCampaignOn(channel, context);
    if (best !== null) {
      const turn = takeTurn(best.id);
      if (channel.id === keepId) return 0;
      return turn < fewLive ? 1 : 3 + turn / ordered.length;
    }
    if (channel.id === keepId) return 0;
    const potential = potentialIndex(channel, context);
    if (potential === Infinity) return 5;
    const turn = takeTurn(potential);
    return turn < fewOffline ? 2 + turn / ordered.length : 4 + turn / ordered.length;
  };
  return new Map(ordered.map((channel) => [channel.id, worth(channel)]));
}

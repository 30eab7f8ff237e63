import type { CampaignId, ChannelId, GameId } from '@dropwise/kit';
import type { Campaign } from '../drops/campaign.ts';
import { fitsChannel } from '../drops/channel-fit.ts';
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
  const potentials = potentialIndexes(context);
  return channels
    .map((channel) => ({ channel, keys: orderKeys(channel, context, potentials) }))
    .sort((a, b) => compareKeys(a.keys, b.keys) || compareText(a.channel.id, b.channel.id))
    .map(({ channel }) => channel);
}

function orderKeys(channel: Channel, context: ChoiceContext, potentials: Potentials): readonly number[] {
  const best = bestCampaignOn(channel, context);
  const doubt = isDoubtful(channel, context) ? 1 : 0;
  const viewers = channel.stream?.viewers ?? 0;
  if (best !== null) return [doubt, 0, indexOf(best, context), best.allowList === null ? 1 : 0, -viewers];
  return [
    doubt,
    channel.stream === null ? 2 : 1,
    potentials.get(channel.id) ?? Infinity,
    channel.allowListed ? 0 : 1,
    -viewers,
  ];
}

/** For every allow-listed channel the best rank of what lists it: what it would be good for if it came on with its game. */
type Potentials = ReadonlyMap<ChannelId, number>;

function potentialIndexes(context: ChoiceContext): Potentials {
  const potentials = new Map<ChannelId, number>();
  for (const campaign of context.campaigns) {
    if (campaign.allowList === null || campaign.endsAt <= context.now) continue;
    const index = indexOf(campaign, context);
    for (const { id } of campaign.allowList) {
      if (index < (potentials.get(id) ?? Infinity)) potentials.set(id, index);
    }
  }
  return potentials;
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
  const potentials = potentialIndexes(context);
  const worth =
    context.order === null
      ? new Map(ordered.map((channel) => [channel.id, worthOf(channel, context, potentials)]))
      : spreadWorth(ordered, context, potentials);
  if (keepId !== null) worth.set(keepId, 0);
  const kept = new Set(
    [...ordered].sort((a, b) => (worth.get(a.id) ?? 0) - (worth.get(b.id) ?? 0)).slice(0, maxChannels),
  );
  return ordered.filter((channel) => kept.has(channel));
}

function worthOf(channel: Channel, context: ChoiceContext, potentials: Potentials): number {
  if (canWatch(channel, context)) return 1;
  return (potentials.get(channel.id) ?? Infinity) < Infinity ? 2 : 3;
}

/** Live and offline channels of one campaign that are kept before any campaign gets more. */
const fewLive = 3;
const fewOffline = 5;

/** Like `worthOf`, but the channels of one campaign are worth less the more of it came before. `ordered` is best first. */
function spreadWorth(
  ordered: readonly Channel[],
  context: ChoiceContext,
  potentials: Potentials,
): Map<ChannelId, number> {
  const counts = new Map<string | number, number>();
  const placeIn = (group: string | number): number => {
    const place = counts.get(group) ?? 0;
    counts.set(group, place + 1);
    return place;
  };
  const worth = (channel: Channel): number => {
    const best = bestCampaignOn(channel, context);
    const potential = potentials.get(channel.id) ?? Infinity;
    if (best === null && potential === Infinity) return 5;
    const place = placeIn(best?.id ?? potential);
    const share = place / ordered.length;
    if (best !== null) return place < fewLive ? 1 : 3 + share;
    return share + (place < fewOffline ? 2 : 4);
  };
  return new Map(ordered.map((channel) => [channel.id, worth(channel)]));
}

import type { ChannelId, GameId } from '@dropwise/kit';
import type { Campaign } from '../drops/campaign.ts';
import { fitsChannel, isAllowListed } from '../drops/channel-fit.ts';
import { compareKeys, compareText } from '../drops/compare.ts';
import { isCampaignOpen } from '../drops/eligibility.ts';
import { rankCampaigns } from '../drops/wanted-games.ts';
import type { MiningSettings } from '../mining/settings.ts';
import type { Channel } from './channel.ts';

export { type ChannelFetchPlan, maxChecks, planChannelFetch } from './plan-channel-fetch.ts';

/** Two topics each and three of the user's own fill 8 sockets of 50. Protocol 4.3. */
export const maxChannels = 199;

export interface ChoiceContext {
  readonly now: number;
  readonly settings: MiningSettings;
  readonly campaigns: readonly Campaign[];
  /** Most wanted first, as `rankGames` gives them. */
  readonly wantedGameIds: readonly GameId[];
}

export interface ChannelChoice {
  readonly channel: Channel;
  readonly why: 'first' | 'higher-game' | 'allow-listed' | 'current-unwatchable' | 'kept';
}

/**
 * The wanted campaign that a minute on the channel is expected to count for; null = none. Twitch credits a campaign
 * that allow-lists the channel before an open one, whatever we prefer; then the rank decides. Protocol 5.4, 6.4.
 */
export function bestCampaignOn(channel: Channel, context: ChoiceContext): Campaign | null {
  const { now, settings, wantedGameIds } = context;
  const earnable = context.campaigns.filter(
    (campaign) =>
      fitsChannel(campaign, channel) &&
      wantedGameIds.includes(campaign.game.id) &&
      isCampaignOpen(campaign, settings, now),
  );
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
 * Best first: index of the wanted game that is earned there, allow-listed before open, more viewers before fewer;
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

/** The best wanted game whose campaigns allow-list the channel: what it would be good for if it came on with it. */
function potentialIndex(channel: Channel, context: ChoiceContext): number {
  let least = Infinity;
  for (const campaign of context.campaigns) {
    const index = indexOf(campaign, context);
    if (index < least && campaign.endsAt > context.now && isAllowListed(campaign, channel)) least = index;
  }
  return least;
}

function indexOf(campaign: Campaign, context: ChoiceContext): number {
  const index = context.wantedGameIds.indexOf(campaign.game.id);
  return index === -1 ? Infinity : index;
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
  if (gained !== 0) return gained > 0 ? 'higher-game' : null;
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
 * come on with a wanted game outlive live ones that have nothing to offer.
 */
export function trimChannels(
  channels: readonly Channel[],
  context: ChoiceContext,
  keepId: ChannelId | null,
): Channel[] {
  const ordered = orderChannels(channels, context);
  if (ordered.length <= maxChannels) return ordered;
  const worth = new Map(ordered.map((channel) => [channel.id, worthOf(channel, context, keepId)]));
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

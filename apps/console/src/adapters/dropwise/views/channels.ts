import type { ChannelView } from '@dropwise/contract';
import {
  type Campaign,
  type Channel,
  choiceContext,
  fitsChannel,
  isCampaignOpen,
  specialGameIds,
} from '@dropwise/core';
import type { ViewSource } from './view-source.ts';

export function channelViewsOf(source: ViewSource): Readonly<Record<string, ChannelView>> {
  const { state, now } = source;
  const earns = earningReader(source);
  const views: Record<string, ChannelView> = {};
  for (const channel of Object.values(state.channels)) {
    const { id, login, displayName, stream, allowListed, doubtfulUntil } = channel;
    views[id] = {
      id,
      login,
      displayName,
      live: stream !== null,
      game: stream?.game?.name ?? null,
      gameId: stream?.game?.id ?? null,
      viewers: stream?.viewers ?? null,
      title: stream?.title ?? null,
      allowListed,
      drops: earns(channel),
      watching: state.watching?.channelId === id,
      doubtfulUntil: doubtfulUntil > now ? doubtfulUntil : null,
    };
  }
  return views;
}

/** Whether a wanted campaign could be earned on a channel now; what holds for all channels is worked out once. */
function earningReader({ state, now }: ViewSource): (channel: Channel) => boolean {
  const { campaigns, wantedGameIds, settings } = choiceContext(state, now);
  const wanted = new Set<string>(wantedGameIds);
  const open = campaigns.filter((each) => wanted.has(each.game.id) && isCampaignOpen(each, settings, now));
  const byGame = Map.groupBy(open, ({ game }): string => game.id);
  const special = open.filter(({ game }) => specialGameIds.includes(game.id));
  return (channel) => {
    const own: readonly Campaign[] = byGame.get(channel.stream?.game?.id ?? '') ?? [];
    return own.some((each) => fitsChannel(each, channel)) || special.some((each) => fitsChannel(each, channel));
  };
}

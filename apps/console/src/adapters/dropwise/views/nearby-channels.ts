import { type Campaign, type Channel, type MinerState, specialGameIds } from '@dropwise/core';

/**
 * The channels that can have a say in why a campaign is not being mined: those that play its game, those on its allow list,
 * and the watched one. For each campaign to look at all channels would cost what all else costs together.
 */
export function nearbyChannelsReader({ channels, watching }: MinerState): (campaign: Campaign) => readonly Channel[] {
  const all = Object.values(channels);
  const byGame = Map.groupBy(all, (channel): string => channel.stream?.game?.id ?? '');
  const watched = watching === null ? undefined : channels[watching.channelId];
  return ({ game, allowList }) => {
    if (specialGameIds.includes(game.id)) return all;
    const near = new Set<Channel>(allowList === null ? byGame.get(game.id) : []);
    for (const { id } of allowList ?? []) {
      const channel = channels[id];
      if (channel !== undefined) near.add(channel);
    }
    if (watched !== undefined) near.add(watched);
    return [...near];
  };
}

import type { Channel } from '../channels/channel.ts';
import { sight } from '../channels/sightings.ts';
import type { Game } from '../drops/campaign.ts';
import { fitsChannel } from '../drops/channel-fit.ts';
import { workableCampaigns } from './candidates.ts';
import type { Input } from './input.ts';
import { patch, type Turn } from './turn.ts';

/** Remembers which of these channels stream now. Open campaigns find somebody at any hour: allow-listed ones matter. */
export function noteSightings(turn: Turn, channels: readonly Channel[]): void {
  const looks = channels
    .filter((channel) => channel.allowListed)
    .map((channel) => ({ id: channel.id, live: channel.stream !== null }));
  const sightings = sight(turn.state.sightings, looks, turn.now);
  if (sightings !== turn.state.sightings) patch(turn, { sightings });
}

/** With the socket open, what is known of a channel is what is so. */
export function noteKnownChannels(turn: Turn): void {
  const { socket, channels } = turn.state;
  if (socket.connected > 0 && socket.downSince === null) noteSightings(turn, Object.values(channels));
}

/**
 * Games in whose directory nobody was found. It holds until the directory is read again, whatever happens in between: a
 * plan that takes the same game for served now and for empty then would turn to and fro.
 */
export function noteEmptyDirectories(turn: Turn, input: Extract<Input, { kind: 'channelsArrived' }>): void {
  const { state, now } = turn;
  const read = new Set(state.fetchedPlan?.slugs);
  const played = new Set(input.reports.map(({ stream }) => stream?.game?.id));
  const before = new Set(state.emptyGameIds);
  // After a failure nobody knows which directory is missing: only what was empty before may still be.
  const mayBeEmpty = ({ id, slug }: Game): boolean => before.has(id) || (input.failures.length === 0 && read.has(slug));
  const open = workableCampaigns(state, now).filter((campaign) => campaign.allowList === null);
  const empty = open.map(({ game }) => game).filter((game) => !played.has(game.id) && mayBeEmpty(game));
  patch(turn, { emptyGameIds: [...new Set(empty.map(({ id }) => id))] });
}

/**
 * Whether some campaign can be watched on this channel alone of those that allow-list it: when it comes or goes, so does
 * the campaign. Of a game's many channels one more or less changes no plan.
 */
export function servesAlone({ state, now }: Turn, channel: Channel): boolean {
  if (!channel.allowListed) return false;
  const others = Object.values(state.channels).filter((other) => other.id !== channel.id && other.stream !== null);
  return workableCampaigns(state, now).some(
    (campaign) =>
      campaign.allowList !== null &&
      fitsChannel(campaign, channel) &&
      !others.some((other) => fitsChannel(campaign, other)),
  );
}

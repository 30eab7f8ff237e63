import type { StatusView, WatchingView } from '@dropwise/contract';
import { formatReason, type MinerState } from '@dropwise/core';
import { assertNever } from '@dropwise/kit';
import type { ViewSource } from './view-source.ts';

export function statusViewOf({ childId, state }: ViewSource): StatusView {
  const { totals, socket, inventory, phase } = state;
  const watching = watchingViewOf(state);
  return {
    childId,
    status: sentenceOf(state, watching),
    phase: phase.kind,
    watching,
    manual: manualOf(state),
    claimed: totals.claimed,
    confirmedMinutes: totals.confirmedMinutes,
    sockets: { connected: socket.connected, total: socket.total },
    fetchedAt: inventory.fetchedAt,
    catalogue: inventory.catalogue,
  };
}

function watchingViewOf({ watching, channels, campaigns }: MinerState): WatchingView | null {
  if (watching === null) return null;
  const { channelId, campaignId, since, transport, lastConfirmedAt } = watching;
  const channel = channels[channelId];
  return {
    channelId,
    login: channel?.login ?? channelId,
    displayName: channel?.displayName ?? channelId,
    game: channel?.stream?.game?.name ?? null,
    viewers: channel?.stream?.viewers ?? null,
    campaignId,
    campaignName: campaignId === null ? null : (campaigns[campaignId]?.name ?? null),
    since,
    transport,
    lastConfirmedAt,
  };
}

function manualOf({ manual, channels, campaigns }: MinerState): StatusView['manual'] {
  if (manual === null) return null;
  const channel = channels[manual.channelId];
  const game =
    channel?.stream?.game?.name ??
    Object.values(campaigns).find((campaign) => campaign.game.id === manual.gameId)?.game.name ??
    null;
  return { channelId: manual.channelId, login: channel?.login ?? manual.channelId, game, since: manual.since };
}

function sentenceOf(state: MinerState, watching: WatchingView | null): string {
  const { phase, account } = state;
  switch (phase.kind) {
    case 'signedOut':
      return account.kind === 'waitingForPerson' ? 'Waiting for you to sign in.' : 'Signing in.';
    case 'inventoryFetch':
      return withWatching('Asking Twitch for campaigns', watching);
    case 'channelsFetch':
      return withWatching('Looking for channels', watching);
    case 'gamesUpdate':
    case 'channelsCleanup':
    case 'channelSwitch':
      return withWatching('Choosing what to watch', watching);
    case 'watching':
      return watching === null ? 'Choosing what to watch.' : `${capital(watchingWords(watching))}.`;
    case 'idle':
      return formatReason(phase.why).sentence;
    case 'exit':
      return 'Stopping.';
    default:
      return assertNever(phase);
  }
}

/** Watching goes on while something is asked for. */
function withWatching(work: string, watching: WatchingView | null): string {
  return watching === null ? `${work}.` : `${capital(watchingWords(watching))}. ${work}.`;
}

function watchingWords({ displayName, game, campaignName }: WatchingView): string {
  const playing = game === null ? '' : ` (${game})`;
  return `watching ${displayName}${playing}${campaignName === null ? '' : ` for ${campaignName}`}`;
}

function capital(text: string): string {
  return `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;
}

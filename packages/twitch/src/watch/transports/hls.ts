import { type Clock, fail, type NetworkError, type Result, type StopSignal, succeed } from '@dropwise/kit';
import type { GqlClient } from '../../gql/gql-client.ts';
import { playbackToken } from '../../gql/operations/playback-token.ts';
import type { Exchange } from '../../http/exchange.ts';
import { BroadcastCache } from '../broadcast-cache.ts';
import { outcomeOfFailure } from '../outcome-of-failure.ts';
import type { WatchOutcome, WatchTarget, WatchTransport } from '../watch-transport.ts';

/** Protocol 5.6. */
const playlistTimeoutMs = 5_000;
const segmentTimeoutMs = 3_000;
const beatLimitMs = 10_000;
/** More unseen segments than this are old ones: only the newest count as being watched. */
const maxSegmentsPerBeat = 15;
const maxSeenSegments = 500;
const companionIntervalMs = 59_000;
const lostStatuses = [401, 403, 404];

interface Watching {
  /** Null: to be opened (again). */
  playlistUrl: string | null;
  /** Kept when the playlist is opened again, so that old segments are not taken for new ones. */
  readonly seen: Set<string>;
}

type Playlists = typeof import('@dropwise/hls');

/**
 * Watches as a player does: asks for the playlist and for the head of every segment not seen before. The parser is
 * loaded with the first beat, because nothing else needs it. Protocol 5.6, 5.8.
 */
export function createHlsTransport(parts: {
  exchange: Exchange;
  gql: GqlClient;
  clock: Clock;
  /** Origin of `/api/channel/hls/<login>.m3u8`. */
  usherUrl: () => string;
  /** Sent along at most every 59 s, its outcome ignored. */
  companion: WatchTransport | null;
}): WatchTransport {
  const { exchange, gql, clock, companion } = parts;
  const cache = new BroadcastCache<Watching>();
  let companionAt = Number.NEGATIVE_INFINITY;

  async function get(url: string, signal?: StopSignal): Promise<Result<string, WatchOutcome>> {
    const answer = await exchange(
      { purpose: 'playlist', method: 'GET', url, timeoutMs: playlistTimeoutMs, cookies: false },
      signal,
    );
    if (!answer.ok) return fail(unreachable(answer.failure));
    const { status, body } = answer.value;
    return status === 200 ? succeed(body) : fail(refused(`a playlist answered HTTP ${status}`, status));
  }

  /** Token, multivariant playlist, last variant. */
  async function open(hls: Playlists, target: WatchTarget, signal?: StopSignal): Promise<Result<string, WatchOutcome>> {
    const token = await gql.run(playbackToken, { login: target.login }, signal);
    if (!token.ok) return fail(outcomeOfFailure(token.failure));
    if (token.value === null) return fail(refused('Twitch gives no playback token: the channel is offline', null));
    const url = new URL(`/api/channel/hls/${encodeURIComponent(target.login)}.m3u8`, parts.usherUrl());
    url.searchParams.set('sig', token.value.signature.reveal());
    url.searchParams.set('token', token.value.value.reveal());
    const text = await get(url.href, signal);
    if (!text.ok) return text;
    const playlist = hls.parseMultivariantPlaylist(text.value, `${url.origin}${url.pathname}`);
    if (!playlist.ok) return fail(refused(playlist.failure.message, null));
    const variant = playlist.value.variants.at(-1);
    if (variant === undefined) return fail(refused('the playlist names no variant', null));
    return succeed(variant.uri);
  }

  async function beat(
    watching: Watching,
    target: WatchTarget,
    isLate: () => boolean,
    signal?: StopSignal,
  ): Promise<WatchOutcome> {
    const hls = await import('@dropwise/hls');
    const opened = watching.playlistUrl === null ? await open(hls, target, signal) : succeed(watching.playlistUrl);
    if (!opened.ok) return opened.failure;
    const playlistUrl = opened.value;
    watching.playlistUrl = playlistUrl;
    const text = await get(playlistUrl, signal);
    if (!text.ok) return text.failure;
    const playlist = hls.parseMediaPlaylist(text.value, playlistUrl);
    if (!playlist.ok) return refused(playlist.failure.message, null);
    if (playlist.value.endList) return refused('the playlist has ended: the broadcast is over', null);
    const uris = playlist.value.segments.map(({ uri }) => uri);
    return seeSegments(watching, uris, isLate, signal);
  }

  async function seeSegments(
    watching: Watching,
    uris: readonly string[],
    isLate: () => boolean,
    signal?: StopSignal,
  ): Promise<WatchOutcome> {
    const unseen = uris.filter((uri) => !watching.seen.has(uri)).slice(-maxSegmentsPerBeat);
    if (unseen.length === 0) return refused('the playlist has no new segment: the broadcast stands still', null);
    for (const uri of unseen) {
      if (isLate()) return refused(`the segments took longer than ${beatLimitMs / 1_000} s`, null);
      const answer = await exchange(
        { purpose: 'segment', method: 'HEAD', url: uri, timeoutMs: segmentTimeoutMs, cookies: false },
        signal,
      );
      if (!answer.ok) return unreachable(answer.failure);
      const { status } = answer.value;
      if (status !== 200) return refused(`expected HTTP 200 for a segment, found ${status}`, status);
      watching.seen.add(uri);
    }
    for (const oldest of watching.seen) {
      if (watching.seen.size <= maxSeenSegments) break;
      watching.seen.delete(oldest);
    }
    return { kind: 'accepted' };
  }

  async function sendCompanion(target: WatchTarget, signal?: StopSignal): Promise<void> {
    if (companion === null || clock.now() - companionAt < companionIntervalMs) return;
    companionAt = clock.now();
    await companion.send(target, signal);
  }

  return {
    name: 'hls',
    beatMs: 20_000,
    async send(target, signal) {
      const watching = cache.get(target.broadcastId) ?? { playlistUrl: null, seen: new Set() };
      cache.set(target.broadcastId, watching);
      let late = false;
      const limit = clock.deadline(beatLimitMs, () => {
        late = true;
      });
      const outcome = await beat(watching, target, () => late, signal).finally(() => limit.cancel());
      const isLost = outcome.kind === 'refused' && (outcome.status === null || lostStatuses.includes(outcome.status));
      if (isLost) watching.playlistUrl = null;
      if (outcome.kind === 'accepted') await sendCompanion(target, signal);
      return outcome;
    },
  };
}

function refused(reason: string, status: number | null): WatchOutcome {
  return { kind: 'refused', reason, status };
}

function unreachable(networkError: NetworkError): WatchOutcome {
  return { kind: 'unreachable', networkError };
}

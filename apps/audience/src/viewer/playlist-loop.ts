import type { MultivariantPlaylist } from '@dropwise/hls';
import {
  type LivePlaylist,
  nextBlockingReload,
  type PlaylistChange,
  reloadDelayMs,
  reloadUri,
  stalenessOf,
} from '@dropwise/hls/live';
import { assertNever } from '@dropwise/kit';
import type { Series, TimerTarget } from '@dropwise/load';
import type { Failure } from '../wire/failure.ts';
import type { ExchangeTimes, ResponseHead } from '../wire/transport.ts';
import { Fetch, type FetchOwner, failureOf } from './fetch.ts';
import type { Lanes } from './lanes.ts';
import { PlaylistBody } from './playlist-body.ts';
import type { PlaylistVersion } from './playlist-version.ts';
import type { Rendition } from './rendition.ts';
import { playlistLimits, playlistResource, type Resource, withExtraHeaders } from './resource.ts';
import { isFinal, playlistRetries, retryDelayMs } from './retry-policy.ts';
import type { ShardWorld } from './shard-world.ts';
import type { Vantage } from './vantage.ts';

export interface PlaylistLoopOwner {
  readonly series: Series;
  /** False: the session ended instead; nothing may be sent. */
  mayRequest(): boolean;
  /** Header lines of CMCD; '' = none. */
  cmcdHeaders(object: 'm', durationSeconds: null): string;
  onMultivariant(playlist: MultivariantPlaylist, version: PlaylistVersion, nowMs: number): void;
  /** `rendition` null = the address was of a media playlist. */
  onMedia(playlist: LivePlaylist, rendition: Rendition | null, nowMs: number): void;
  /** The rendition that was to be changed to cannot be had; the one before goes on. */
  onSwitchFailed(nowMs: number): void;
  /** The rendition's playlist cannot be had. True: another is followed in its place. */
  fallsBack(): boolean;
  onPlaylistFatal(failure: Failure, nowMs: number): void;
}

/** Later than this, and two loads would come closer together than RFC 8216 6.3.4 allows to anybody who notices. */
const forgivenLatenessMs = 50;
/** After so many target durations without a change or an answer, patience ends. */
const patienceTargetDurations = 3;

/**
 * One viewer's playlists: the multivariant one, then reloads of one media playlist at the cadence of RFC 8216, 6.3.4, or
 * blocking ones. What it says is judged here: staleness, faults, failures and retries.
 */
export class PlaylistLoop implements FetchOwner, TimerTarget {
  readonly #world: ShardWorld;
  readonly #vantage: Vantage;
  readonly #owner: PlaylistLoopOwner;
  readonly #fetch: Fetch;
  readonly #body: PlaylistBody;
  /** What is loaded: the address of the run at first, then of a rendition. */
  #resource: Resource;
  #rendition: Rendition | null = null;
  /** To be loaded next, in place of a reload. */
  #wanted: Rendition | null = null;
  #loading: Rendition | null = null;
  #version: PlaylistVersion | null = null;
  /** Of the rendition that plays; null = none came yet. */
  playlist: LivePlaylist | null = null;
  /** When the playlist last had a new segment or part. */
  advancedAtMs = 0;
  #lastGoodAtMs = 0;
  #staleness: 'fresh' | 'stale' | 'very-stale' = 'fresh';
  #failures = 0;
  #loadStartedAtMs = 0;
  #scheduledMs: number | null = null;
  #timer = 0;
  #isStopped = false;
  #isBlocking = false;
  #mayBlock: boolean;

  constructor(world: ShardWorld, lanes: Lanes, vantage: Vantage, owner: PlaylistLoopOwner) {
    this.#world = world;
    this.#vantage = vantage;
    this.#owner = owner;
    this.#resource = world.entrance;
    this.#mayBlock = world.settings.lowLatency;
    this.#fetch = new Fetch(world.gate, lanes, vantage, this, world.now);
    this.#body = new PlaylistBody(world.cache);
  }

  open(dueMs: number): void {
    this.#load(this.#resource, dueMs);
  }

  /** Changes to another rendition: as soon as the line is free, in place of the next reload. */
  follow(rendition: Rendition): void {
    this.#wanted = rendition;
    if (this.#fetch.isBusy && !this.#isBlocking) return;
    this.#fetch.cancel();
    this.#world.wheel.cancel(this.#timer);
    this.#loadWanted(null);
  }

  stop(): void {
    this.#isStopped = true;
    this.#fetch.cancel();
    this.#world.wheel.cancel(this.#timer);
  }

  wake(_nowMs: number, dueMs: number): void {
    if (this.#wanted !== null) this.#loadWanted(dueMs);
    else if (this.playlist === null || this.#loading !== null) this.#load(this.#resource, dueMs);
    else this.#reload(this.playlist, dueMs);
  }

  onFetchSend(): void {
    this.#owner.series.count('attempts');
    if (this.#scheduledMs === null) return;
    this.#owner.series.record('tool_lag', this.#world.now() - this.#scheduledMs);
    this.#scheduledMs = null;
  }

  onFetchResend(): void {
    this.#owner.series.count('retries');
  }

  onFetchHead(head: ResponseHead): Failure | null {
    const encoding = head.contentEncoding?.toLowerCase() ?? 'identity';
    if (encoding !== 'identity' && encoding !== 'gzip' && encoding !== 'x-gzip') {
      return failureOf('parse', `Expected gzip or no encoding of a playlist, found ${encoding.slice(0, 40)}.`);
    }
    this.#lookAtClock(head);
    if (head.ageSeconds !== null) this.#owner.series.record('playlist_age', head.ageSeconds * 1000);
    this.#body.begin(this.#shelfUri(), encoding === 'identity' ? 'identity' : 'gzip');
    return null;
  }

  #lookAtClock({ dateMs, ageSeconds }: ResponseHead): void {
    if (dateMs === null || (ageSeconds ?? 0) > 0) return;
    const wallMs = this.#world.wallNow();
    const sinceAskedMs = this.#world.now() - this.#loadStartedAtMs;
    this.#world.originClock.observe(dateMs, wallMs - sinceAskedMs, wallMs);
  }

  onFetchBody(buffer: Uint8Array, start: number, end: number): Failure | null {
    this.#body.add(buffer, start, end);
    return null;
  }

  onFetchEnd(times: ExchangeTimes): void {
    const { series } = this.#owner;
    const nowMs = times.lastByteMs;
    series.count('playlists');
    series.count('playlist_bytes', times.bodyBytes);
    if (times.connectMs > 0) series.record('connect_time', times.connectMs);
    if (this.#fetch.redirects > 0) series.count('redirects', this.#fetch.redirects);
    // A blocking reload is long on purpose.
    if (!this.#isBlocking) series.record('playlist_rtt', nowMs - times.sentMs);
    const version = this.#body.end();
    const content = version.wholeAfter(this.#loading === null ? this.playlist : null);
    switch (content.kind) {
      case 'failure':
        this.#failed(content.failure, null, nowMs);
        return;
      case 'multivariant':
        this.#acceptMultivariant(content.playlist, version, nowMs);
        return;
      case 'media':
        this.#accept(content.playlist, version, nowMs);
        return;
      default:
        assertNever(content);
    }
  }

  onFetchFailure(failure: Failure, retryAfterSeconds: number | null): void {
    this.#failed(failure, retryAfterSeconds, this.#world.now());
  }

  #acceptMultivariant(playlist: MultivariantPlaylist, version: PlaylistVersion, nowMs: number): void {
    if (this.#rendition !== null || this.#loading !== null || this.playlist !== null) {
      this.#failed(failureOf('semantic', 'Expected a list of segments, found a list of variants.'), null, nowMs);
      return;
    }
    this.#failures = 0;
    this.#owner.onMultivariant(playlist, version, nowMs);
  }

  #accept(playlist: LivePlaylist, version: PlaylistVersion, nowMs: number): void {
    const switched = this.#loading;
    const previous = switched === null ? this.playlist : null;
    if (switched !== null) {
      this.#rendition = switched;
      this.#loading = null;
    }
    const change = previous === null || version === this.#version ? null : version.changeBetween(previous, playlist);
    const changed = previous === null || change?.changed === true;
    this.#version = version;
    this.playlist = playlist;
    this.#failures = 0;
    this.#lastGoodAtMs = nowMs;
    if (change !== null) this.#countFaults(change);
    if (changed) this.#becomeFresh(nowMs);
    else this.#judgeStaleness(playlist, nowMs);
    this.#owner.onMedia(playlist, this.#rendition, nowMs);
    this.#scheduleReload(playlist, changed, nowMs);
  }

  #becomeFresh(nowMs: number): void {
    this.advancedAtMs = nowMs;
    this.#staleness = 'fresh';
  }

  #judgeStaleness(playlist: LivePlaylist, nowMs: number): void {
    const { series } = this.#owner;
    series.count('unchanged_reloads');
    if (playlist.endList) return;
    const { targetDurationSeconds } = playlist;
    const staleness = stalenessOf({ targetDurationSeconds, lastChangedAtMs: this.advancedAtMs, nowMs });
    if (staleness === this.#staleness) return;
    if (this.#staleness === 'fresh') series.count('stale_playlists');
    if (staleness === 'very-stale') series.count('very_stale_playlists');
    this.#staleness = staleness;
    // A server that holds nothing back, or says nothing new for so long, is asked the ordinary way.
    if (staleness === 'very-stale') this.#mayBlock = false;
  }

  #countFaults(change: PlaylistChange): void {
    for (const { kind } of change.faults) {
      switch (kind) {
        case 'sequence_went_back':
          this.#owner.series.count('playlist_sequence_regressions');
          break;
        case 'segment_replaced':
          this.#owner.series.count('playlist_content_changes');
          break;
        case 'discontinuity_sequence_inconsistent':
          this.#owner.series.count('playlist_discontinuity_faults');
          break;
        case 'window_skipped':
          // Counted as `segments_missed` by the one who needed them.
          break;
        default:
          assertNever(kind);
      }
    }
  }

  #scheduleReload(playlist: LivePlaylist, changed: boolean, nowMs: number): void {
    if (this.#fetch.isBusy || this.#isStopped) return;
    if (this.#wanted !== null) return this.#loadWanted(null);
    if (playlist.endList) return;
    const { targetDurationSeconds, partTargetSeconds } = playlist;
    const delayMs = reloadDelayMs({
      targetDurationSeconds,
      partTargetSeconds: this.#blocks(playlist) ? (partTargetSeconds ?? targetDurationSeconds) : null,
      lastSegmentSeconds: playlist.segments.at(-1)?.durationSeconds ?? null,
      changed,
      loadStartedAtMs: this.#loadStartedAtMs,
      nowMs,
    });
    this.#timer = this.#world.wheel.at(nowMs + delayMs, this);
  }

  #blocks(playlist: LivePlaylist): boolean {
    return this.#mayBlock && playlist.serverControl.canBlockReload;
  }

  #reload(playlist: LivePlaylist, dueMs: number): void {
    const blocking = this.#blocks(playlist) ? nextBlockingReload(playlist) : null;
    if (blocking === null) return this.#load(this.#resource, dueMs);
    const uri = reloadUri(this.#resource.uri, { blocking, skip: this.#maySkip(playlist) });
    const resource = playlistResource(uri);
    if (resource === null) return this.#load(this.#resource, dueMs);
    const patienceMs = playlist.targetDurationSeconds * patienceTargetDurations * 1000;
    const limits = { ...playlistLimits, firstByteMs: patienceMs, totalMs: patienceMs + playlistLimits.totalMs };
    this.#load({ ...resource, request: { ...resource.request, limits } }, dueMs);
    this.#isBlocking = true;
  }

  /** A delta may be asked for while what we hold is younger than half of what the server skips (RFC 8216bis, 6.2.5.1). */
  #maySkip({ serverControl }: LivePlaylist): boolean {
    const { canSkipUntilSeconds } = serverControl;
    return canSkipUntilSeconds !== null && this.#world.now() - this.#lastGoodAtMs < (canSkipUntilSeconds * 1000) / 2;
  }

  #loadWanted(dueMs: number | null): void {
    const wanted = this.#wanted;
    if (wanted === null) return;
    this.#wanted = null;
    this.#loading = wanted;
    this.#resource = wanted.playlist;
    this.#failures = 0;
    this.#load(wanted.playlist, dueMs);
  }

  #load(resource: Resource, dueMs: number | null): void {
    if (!this.#owner.mayRequest()) return;
    this.#isBlocking = false;
    this.#scheduledMs = dueMs;
    this.#loadStartedAtMs = this.#startOf(dueMs);
    this.#fetch.start(withExtraHeaders(resource, this.#owner.cmcdHeaders('m', null)));
  }

  /**
   * A load counts from when it was due where a timer was but a little late: the next is a target duration after that, or
   * the lateness of all timers of a run would add up, and look like the origin's.
   */
  #startOf(dueMs: number | null): number {
    const nowMs = this.#world.now();
    return dueMs !== null && nowMs - dueMs < forgivenLatenessMs ? dueMs : nowMs;
  }

  #failed(failure: Failure, retryAfterSeconds: number | null, nowMs: number): void {
    this.#world.recorder.failure(failure.class, this.#vantage.name);
    this.#failures++;
    if (this.#isBlocking) this.#mayBlock = false;
    const { playlist } = this;
    if (this.#loading !== null && playlist !== null) return this.#failSwitch(failure, retryAfterSeconds, nowMs);
    if (isFinal(failure) || this.#failures > playlistRetries) {
      if (this.#owner.fallsBack()) return;
    }
    if (playlist === null || failure.class === 'unverified_host') {
      if (isFinal(failure) || this.#failures > playlistRetries) return this.#owner.onPlaylistFatal(failure, nowMs);
    } else if (
      this.#failures > playlistRetries &&
      nowMs - this.#lastGoodAtMs >= playlist.targetDurationSeconds * patienceTargetDurations * 1000
    ) {
      return this.#owner.onPlaylistFatal(failure, nowMs);
    }
    this.#retryAt(nowMs + this.#retryDelayMs(failure, retryAfterSeconds));
  }

  #retryDelayMs(failure: Failure, retryAfterSeconds: number | null): number {
    const { playlist } = this;
    const isBadText = failure.class === 'parse' || failure.class === 'semantic';
    if (isBadText && playlist !== null && this.#failures === 1) return (playlist.targetDurationSeconds * 1000) / 2;
    return retryDelayMs(this.#failures, retryAfterSeconds);
  }

  #failSwitch(failure: Failure, retryAfterSeconds: number | null, nowMs: number): void {
    if (!isFinal(failure) && this.#failures <= playlistRetries) {
      return this.#retryAt(nowMs + retryDelayMs(this.#failures, retryAfterSeconds));
    }
    this.#loading = null;
    this.#failures = 0;
    if (this.#rendition !== null) this.#resource = this.#rendition.playlist;
    this.#owner.onSwitchFailed(nowMs);
    this.#retryAt(nowMs);
  }

  #retryAt(whenMs: number): void {
    if (this.#fetch.isBusy || this.#isStopped) return;
    this.#owner.series.count('retries');
    this.#timer = this.#world.wheel.at(whenMs, this);
  }

  /** Directives of a blocking reload name a moment, not another playlist. */
  #shelfUri(): string {
    return this.#fetch.redirects > 0 ? this.#fetch.finalUri : this.#resource.uri;
  }
}

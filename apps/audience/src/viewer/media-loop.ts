import { type LivePlaylist, type LiveSegment, startPositionOf } from '@dropwise/hls/live';
import { assertNever } from '@dropwise/kit';
import { DueLine, ThroughputEstimate, type TimerTarget } from '@dropwise/load';
import type { Failure, FailureClass } from '../wire/failure.ts';
import type { ExchangeTimes, ResponseHead } from '../wire/transport.ts';
import { Fetch, type FetchOwner, failureOf } from './fetch.ts';
import type { Lanes } from './lanes.ts';
import type { MediaLoopOwner } from './media-loop-owner.ts';
import { MediaNeeds } from './media-needs.ts';
import { alignPosition, type MediaPosition, type MediaUnit, secondsAfter, unitAt } from './media-position.ts';
import { recordKey, recordMap, recordMedia } from './media-record.ts';
import { keyResource, mapResource, segmentResource } from './media-resource.ts';
import { type Resource, withExtraHeaders } from './resource.ts';
import { isFinal, retryDelayMs, segmentRetries } from './retry-policy.ts';
import type { ShardWorld } from './shard-world.ts';
import type { Vantage } from './vantage.ts';

/** What players keep ahead (hls.js maxBufferLength). */
const maxBufferSeconds = 30;
/** So many units lost in a row are the end of the session. */
const maxLostInRow = segmentRetries;

/**
 * One viewer's media, in sequence: initialization section, key, segment or part; then the next. It stands still where
 * nothing more is listed, where the buffer is full, or until a retry is due.
 *
 *   (playlist) ─▶ next unit ─▶ map? ─▶ key? ─▶ fetch ─▶ buffer ─▶ next unit
 *                    ▲  │ gap, gone: on to the next      │ failure
 *                    │  └ caught up: wait for a playlist └▶ retry after a back-off, skip, or the end
 */
export class MediaLoop implements FetchOwner, TimerTarget {
  readonly #world: ShardWorld;
  readonly #vantage: Vantage;
  readonly #owner: MediaLoopOwner;
  readonly #fetch: Fetch;
  readonly #due = new DueLine();
  readonly estimate = new ThroughputEstimate();
  #playlist: LivePlaylist | null = null;
  position: MediaPosition | null = null;
  targetLatencySeconds = 0;
  #loading: Loading = 'nothing';
  #unit: MediaUnit | null = null;
  readonly #needs = new MediaNeeds();
  /** Sequence of the media that was loaded last; null = none was. */
  #discontinuity: number | null = null;
  #drmTold = false;
  /** True from the first time that everything listed was loaded. */
  #isSteady = false;
  #partSeconds = 0;
  #failures = 0;
  #lostInRow = 0;
  #waitsForNewer = false;
  #isWaiting = false;
  #timer = 0;
  #isStopped = false;
  #scheduledMs: number | null = null;

  constructor(world: ShardWorld, lanes: Lanes, vantage: Vantage, owner: MediaLoopOwner) {
    this.#world = world;
    this.#vantage = vantage;
    this.#owner = owner;
    this.#fetch = new Fetch(world.gate, lanes, vantage, this, world.now);
  }

  /** A reload, changed or not. */
  update(playlist: LivePlaylist, nowMs: number): void {
    this.#playlist = playlist;
    if (this.#waitsForNewer && this.#hasNewer()) this.#skipLost(nowMs);
    this.#step(nowMs, null);
  }

  /** The playlist of another rendition. @param programTimeMs of what the buffer needs next. */
  enter(playlist: LivePlaylist, programTimeMs: number | null, nowMs: number): void {
    if (this.position !== null) this.position = alignPosition(playlist, this.position, programTimeMs);
    this.#partSeconds = 0;
    this.update(playlist, nowMs);
  }

  /** Goes on with what there is, after a switch that failed. */
  resume(nowMs: number): void {
    this.#step(nowMs, null);
  }

  stop(): void {
    this.#isStopped = true;
    this.#fetch.cancel();
    this.#world.wheel.cancel(this.#timer);
  }

  wake(nowMs: number, dueMs: number): void {
    this.#isWaiting = false;
    this.#step(nowMs, dueMs);
  }

  /** Listed and not loaded yet. */
  notLoadedSeconds(): number {
    return this.#playlist === null || this.position === null ? 0 : secondsAfter(this.#playlist, this.position);
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
    if (head.contentType?.startsWith('text/html') !== true) return null;
    return failureOf('parse', 'Expected media, found text/html.');
  }

  onFetchBody(): Failure | null {
    return null;
  }

  onFetchEnd(times: ExchangeTimes): void {
    const loaded = this.#loading;
    this.#loading = 'nothing';
    const { series } = this.#owner;
    if (this.#fetch.redirects > 0) series.count('redirects', this.#fetch.redirects);
    if (times.bodyBytes === 0) return this.#failed(loaded, failureOf('truncated', 'Expected bytes, found none.'), null);
    this.#failures = 0;
    if (loaded === 'unit') this.#accept(times);
    else if (loaded === 'key') recordKey(series, times);
    else recordMap(series, times);
    this.#step(times.lastByteMs, null);
  }

  onFetchFailure(failure: Failure, retryAfterSeconds: number | null): void {
    const loaded = this.#loading;
    this.#loading = 'nothing';
    this.#failed(loaded, failure, retryAfterSeconds);
  }

  #step(nowMs: number, dueMs: number | null): void {
    while (this.#advance(nowMs, dueMs));
  }

  /** True: another step may be taken at once. */
  #advance(nowMs: number, dueMs: number | null): boolean {
    const playlist = this.#playlist;
    if (playlist === null || this.#fetch.isBusy || this.#isWaiting || this.#waitsForNewer || this.#isStopped) {
      return false;
    }
    this.position ??= this.#startPosition(playlist);
    if (this.position === null) return false;
    const unit = unitAt(playlist, this.position);
    switch (unit.kind) {
      case 'caught-up':
        if (playlist.endList) this.#owner.onAllLoaded(nowMs);
        else this.#isSteady = true;
        return false;
      case 'segment-done':
        this.#finishParts(unit.segment, playlist);
        return true;
      case 'passed':
        this.#owner.series.count('segments_missed', unit.missedSegments);
        return this.#resync();
      case 'ahead':
        return this.#resync();
      case 'segment':
      case 'part':
        return this.#take(unit, playlist, nowMs, dueMs);
      default:
        return assertNever(unit);
    }
  }

  #take(unit: TakenUnit, playlist: LivePlaylist, nowMs: number, dueMs: number | null): boolean {
    const media = mediaOf(unit);
    if (media.gap) {
      this.#owner.series.count('gaps_skipped');
      this.#pass(unit);
      return true;
    }
    if (this.#isTooFarBehind(playlist, nowMs)) {
      this.#owner.onTooFarBehind(nowMs);
      return this.#resync();
    }
    if (this.#isFull(playlist, nowMs)) return false;
    const isBeginning = unit.kind === 'segment' || this.position?.partIndex === 0;
    if (isBeginning && this.#owner.switchesRendition(nowMs)) return false;
    this.#request(unit, dueMs);
    return false;
  }

  /** What a unit needs first, then the unit itself. */
  #request(unit: TakenUnit, dueMs: number | null): void {
    const { segment } = unit;
    const map = segment === null ? null : this.#needs.takeMap(segment);
    if (map !== null) return this.#load('map', mapResource(map), null, dueMs);
    const key = segment?.key ?? null;
    this.#tellDrm(key);
    const keyUri = this.#needs.takeKey(key);
    if (keyUri !== null) return this.#load('key', keyResource(keyUri), null, dueMs);
    this.#unit = unit;
    const media = mediaOf(unit);
    const resource = segmentResource(media, this.#owner.rendition?.bandwidth ?? null);
    this.#load('unit', resource, media.durationSeconds, dueMs);
  }

  /** Once a session: its media stays encrypted, as no licence is asked for. */
  #tellDrm(key: LiveSegment['key']): void {
    if (key === null || key.uri !== null || this.#drmTold) return;
    this.#drmTold = true;
    this.#owner.series.count('drm_skipped');
  }

  #load(what: LoadedThing, resource: Resource | null, seconds: number | null, dueMs: number | null): void {
    if (!this.#owner.mayRequest()) return;
    this.#loading = what;
    this.#scheduledMs = dueMs;
    if (resource === null) {
      this.onFetchFailure(failureOf('semantic', 'Expected an http address.'), null);
      return;
    }
    this.#fetch.start(withExtraHeaders(resource, this.#owner.cmcdHeaders(cmcdObjectOf[what], seconds)));
  }

  #accept(times: ExchangeTimes): void {
    const unit = this.#unit;
    if (unit === null || (unit.kind !== 'segment' && unit.kind !== 'part')) return;
    const { series } = this.#owner;
    const nowMs = times.lastByteMs;
    if (this.#isSteady && !this.#due.isAnchored) this.#due.anchor(times.sentMs);
    recordMedia(series, times, unit.kind === 'segment' ? 'segments' : 'parts', this.#due.isAnchored ? this.#due : null);
    this.estimate.add(times.bodyBytes, nowMs - times.sentMs);
    this.#recordLateness(nowMs);
    this.#lostInRow = 0;
    this.#countDiscontinuity(unit.segment);
    const { durationSeconds } = mediaOf(unit);
    const programTimeMs = unit.kind === 'segment' ? unit.segment.programDateTimeMs : this.#partProgramTimeMs(unit);
    this.#pass(unit);
    this.#owner.onMediaAdded(durationSeconds, programTimeMs, nowMs);
  }

  #countDiscontinuity(segment: LiveSegment | null): void {
    if (segment === null) return;
    const before = this.#discontinuity;
    this.#discontinuity = segment.discontinuitySequence;
    if (before !== null && before !== segment.discontinuitySequence) this.#owner.series.count('discontinuities');
  }

  /** In a stall every segment is late, by as long as the stall has lasted. */
  #recordLateness(nowMs: number): void {
    const { series, playhead } = this.#owner;
    playhead.advance(nowMs);
    const sinceMs = this.#owner.stalledSinceMs;
    if (sinceMs === null) return;
    series.count('segments_late');
    series.record('segment_late', nowMs - sinceMs);
  }

  /** Of a segment that is still being made, the one before it says when it begins. */
  #partProgramTimeMs({ segment }: { readonly segment: LiveSegment | null }): number | null {
    const last = this.#playlist?.segments.at(-1) ?? null;
    const startMs = segment === null ? programEndMsOf(last) : segment.programDateTimeMs;
    return startMs === null ? null : startMs + this.#partSeconds * 1000;
  }

  /** On to the next unit, loaded or not. */
  #pass(unit: TakenUnit): void {
    const { position } = this;
    if (position === null) return;
    const { durationSeconds } = mediaOf(unit);
    if (this.#due.isAnchored) this.#due.pass(durationSeconds);
    if (unit.kind === 'segment') {
      this.position = { mediaSequence: position.mediaSequence + 1, partIndex: position.partIndex === null ? null : 0 };
      return;
    }
    this.#partSeconds += durationSeconds;
    this.position = { mediaSequence: position.mediaSequence, partIndex: (position.partIndex ?? 0) + 1 };
  }

  #finishParts(segment: LiveSegment, playlist: LivePlaylist): void {
    const tolerance = playlist.partTargetSeconds ?? playlist.targetDurationSeconds / 2;
    if (this.#partSeconds + tolerance < segment.durationSeconds) this.#owner.series.count('segments_missed');
    this.#partSeconds = 0;
    this.position = { mediaSequence: segment.mediaSequence + 1, partIndex: 0 };
  }

  #startPosition(playlist: LivePlaylist): MediaPosition | null {
    const start = startPositionOf(playlist, { lowLatency: this.#world.settings.lowLatency });
    if (start === null) return null;
    this.targetLatencySeconds = start.targetLatencySeconds;
    return { mediaSequence: start.mediaSequence, partIndex: start.partIndex };
  }

  /** To where a viewer who joins now would begin. */
  #resync(): boolean {
    const playlist = this.#playlist;
    const start = playlist === null ? null : this.#startPosition(playlist);
    if (start === null) return false;
    this.position = start;
    this.#partSeconds = 0;
    this.#failures = 0;
    this.#due.clear();
    this.#isSteady = false;
    this.#owner.onResync();
    return true;
  }

  #isTooFarBehind(playlist: LivePlaylist, nowMs: number): boolean {
    if (playlist.endList || playlist.type !== 'live' || this.#owner.playhead.state === 'starting') return false;
    const behindSeconds = this.notLoadedSeconds() + this.#owner.playhead.bufferSeconds(nowMs);
    const limit = this.#world.settings.resyncTargetDurations * playlist.targetDurationSeconds;
    return behindSeconds > Math.max(limit, this.targetLatencySeconds + 3 * playlist.targetDurationSeconds);
  }

  #isFull(playlist: LivePlaylist, nowMs: number): boolean {
    const { playhead } = this.#owner;
    if (playhead.state !== 'playing') return false;
    const excessSeconds =
      playhead.bufferSeconds(nowMs) -
      Math.max(maxBufferSeconds, this.targetLatencySeconds, playlist.targetDurationSeconds);
    if (excessSeconds <= 0) return false;
    this.#waitUntil(nowMs + excessSeconds * 1000);
    return true;
  }

  #failed(loaded: Loading, failure: Failure, retryAfterSeconds: number | null): void {
    const nowMs = this.#world.now();
    this.#world.recorder.failure(classOf(loaded, failure), this.#vantage.name);
    this.#failures++;
    if (loaded === 'map') this.#needs.loseMap();
    if (loaded === 'key') this.#needs.loseKey();
    if (failure.class === 'unverified_host') return this.#owner.onMediaFatal(failure, nowMs);
    if (!isFinal(failure) && this.#failures > segmentRetries) return this.#owner.onMediaFatal(failure, nowMs);
    // What is not there, or not as asked for, is asked for once more and then done without.
    if (isFinal(failure) && this.#failures > 1) return this.#giveUp(failure, nowMs);
    this.#owner.series.count('retries');
    this.#waitUntil(nowMs + retryDelayMs(this.#failures, retryAfterSeconds));
  }

  #giveUp(failure: Failure, nowMs: number): void {
    this.#lostInRow++;
    if (this.#lostInRow > maxLostInRow) return this.#owner.onMediaFatal(failure, nowMs);
    this.#waitsForNewer = true;
    if (!this.#hasNewer()) return;
    this.#skipLost(nowMs);
    this.#step(nowMs, null);
  }

  #hasNewer(): boolean {
    const { position } = this;
    const playlist = this.#playlist;
    if (position === null || playlist === null) return false;
    return playlist.endList || playlist.mediaSequence + playlist.segments.length - 1 > position.mediaSequence;
  }

  #skipLost(_nowMs: number): void {
    const playlist = this.#playlist;
    this.#waitsForNewer = false;
    this.#failures = 0;
    if (playlist === null || this.position === null) return;
    const unit = unitAt(playlist, this.position);
    if (unit.kind !== 'segment' && unit.kind !== 'part') return;
    this.#owner.series.count('segments_gone');
    this.#pass(unit);
  }

  #waitUntil(whenMs: number): void {
    this.#isWaiting = true;
    this.#timer = this.#world.wheel.at(whenMs, this);
  }
}

type LoadedThing = 'map' | 'key' | 'unit';
type Loading = 'nothing' | LoadedThing;
const cmcdObjectOf = { map: 'i', key: 'k', unit: 'av' } as const;
type TakenUnit = Extract<MediaUnit, { readonly kind: 'segment' | 'part' }>;

function mediaOf(unit: TakenUnit): LiveSegment | Extract<MediaUnit, { readonly kind: 'part' }>['part'] {
  return unit.kind === 'segment' ? unit.segment : unit.part;
}

function classOf(loaded: Loading, failure: Failure): FailureClass {
  if (failure.status === 404 || failure.status === 410) return loaded === 'key' ? 'key' : 'gone';
  return loaded === 'key' && (failure.class === 'http_4xx' || failure.class === 'http_5xx') ? 'key' : failure.class;
}

function programEndMsOf(segment: LiveSegment | null): number | null {
  if (segment === null || segment.programDateTimeMs === null) return null;
  return segment.programDateTimeMs + segment.durationSeconds * 1000;
}

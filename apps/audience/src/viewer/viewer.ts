import type { MultivariantPlaylist } from '@dropwise/hls';
import type { LivePlaylist } from '@dropwise/hls/live';
import {
  chooseRendition,
  latencyByEdgeMs,
  latencyByProgramTimeMs,
  latencyDriftMs,
  noRendition,
  Playhead,
  type PlayheadListener,
  ProgramTimeline,
  type Series,
  type TimerTarget,
} from '@dropwise/load';
import type { Failure } from '../wire/failure.ts';
import { type CmcdObject, formatCmcd } from './cmcd.ts';
import { failureOf } from './fetch.ts';
import { Lanes } from './lanes.ts';
import { MediaLoop } from './media-loop.ts';
import type { MediaLoopOwner } from './media-loop-owner.ts';
import { PlaylistLoop, type PlaylistLoopOwner } from './playlist-loop.ts';
import type { PlaylistVersion } from './playlist-version.ts';
import { fallbackOf, type Ladder, ladderOf, type Rendition, singleLadder } from './rendition.ts';
import type { ShardWorld } from './shard-world.ts';
import type { Vantage } from './vantage.ts';
import type { ViewerState } from './viewer-state.ts';

const noneLost: ReadonlySet<number> = new Set();

export interface ViewerListener {
  viewerMoved(from: ViewerState, to: ViewerState): void;
  /** It is over, and holds no connection any more. `broadcastEnded`: it saw the end of it. */
  viewerGone(viewer: Viewer, broadcastEnded: boolean, nowMs: number): void;
}

/**
 * One viewer's session, from the instant it was planned to join until it is gone.
 *
 *   joining ──enough media──▶ playing ◀──media──▶ stalled
 *      │                         │                   │
 *      ├──fatal before playing───┼───fatal───────────┴──▶ failed
 *      ├──its proxy is closed────┼──────────────────────▶ lost
 *      └──leaves─────────────────┴──leaves, ENDLIST─────▶ ended
 */
export class Viewer implements PlaylistLoopOwner, MediaLoopOwner, PlayheadListener, TimerTarget {
  readonly index: number;
  readonly playhead: Playhead;
  readonly #world: ShardWorld;
  readonly #vantage: Vantage;
  readonly #listener: ViewerListener;
  readonly #lanes: Lanes;
  readonly #playlists: PlaylistLoop;
  readonly #media: MediaLoop;
  readonly #programTime = new ProgramTimeline();
  #leaveAtMs: number;
  /** Of the session as a whole. */
  readonly #session: Series;
  /** Of the rendition that is loaded. */
  series: Series;
  rendition: Rendition | null = null;
  state: ViewerState = 'joining';
  stalledSinceMs: number | null = null;
  #ladder: Ladder | null = null;
  #isSwitching = false;
  /** Could not be had; not tried again in this session. */
  #avoided = -1;
  /** The one that was asked for last. */
  #followed: Rendition | null = null;
  /** Those whose playlist was lost; most sessions have none, and share one empty set. */
  #lost: ReadonlySet<number> = noneLost;
  #buffered: Rendition | null = null;
  /** Since the last request: what CMCD tells. */
  #hasStalled = false;
  #timer = 0;
  #timerAtMs = Infinity;
  #settledWatchedMs = 0;
  #settledStalledMs = 0;
  #settledPlayedMs = 0;

  /** @param leaveAtMs null = stays to the end. */
  constructor(world: ShardWorld, index: number, joinMs: number, leaveAtMs: number | null, listener: ViewerListener) {
    this.index = index;
    this.#world = world;
    this.#vantage = world.vantageOf(index);
    this.#listener = listener;
    this.#leaveAtMs = leaveAtMs ?? Infinity;
    this.#session = world.recorder.series(this.#vantage.name, noRendition);
    this.series = this.#session;
    const { startSegments } = world.settings;
    this.playhead = new Playhead(joinMs, this, { startSegments, resumeSegments: 1 });
    this.#lanes = new Lanes(world.transport, this.#vantage);
    this.#playlists = new PlaylistLoop(world, this.#lanes, this.#vantage, this);
    this.#media = new MediaLoop(world, this.#lanes, this.#vantage, this);
  }

  /** To be called at the instant it was planned for, or as soon after as the tool could. */
  join(): void {
    this.#session.count('sessions');
    this.#arm();
    this.#playlists.open(this.playhead.requestedAtMs);
  }

  leave(nowMs: number): void {
    if (!this.#isOver()) this.#end('ended', 'sessions_ended', false, nowMs);
  }

  /** Null = stays to the end. */
  get leavesAtMs(): number | null {
    return this.#leaveAtMs === Infinity ? null : this.#leaveAtMs;
  }

  /** A plan that was changed in mid-run; null = stays to the end. */
  leaveAt(leaveAtMs: number | null): void {
    this.#leaveAtMs = leaveAtMs ?? Infinity;
    this.#arm();
  }

  wake(nowMs: number): void {
    this.#timerAtMs = Infinity;
    if (nowMs >= this.#leaveAtMs) return this.leave(nowMs);
    this.playhead.advance(nowMs);
    this.#arm();
  }

  /** Brings the counts of time up to now. */
  settle(nowMs: number): void {
    const watchedMs = this.playhead.watchedMs(nowMs);
    const stalledMs = this.playhead.stalledMs(nowMs);
    const playedMs = this.playhead.playedSeconds(nowMs) * 1000;
    this.#session.count('watched_ms', watchedMs - this.#settledWatchedMs);
    this.#session.count('stalled_ms', stalledMs - this.#settledStalledMs);
    this.#session.count('played_ms', playedMs - this.#settledPlayedMs);
    this.#settledWatchedMs = watchedMs;
    this.#settledStalledMs = stalledMs;
    this.#settledPlayedMs = playedMs;
  }

  get vantageName(): string {
    return this.#vantage.name;
  }

  mayRequest(): boolean {
    if (this.#isOver()) return false;
    if (this.#vantage.isOpen) return true;
    this.#end('lost', 'sessions_lost', false, this.#world.now());
    return false;
  }

  cmcdHeaders(object: CmcdObject, durationSeconds: number | null): string {
    if (!this.#world.settings.cmcd) return '';
    const hasStalled = this.#hasStalled;
    this.#hasStalled = false;
    return formatCmcd({
      object,
      durationSeconds,
      sessionId: `${this.#world.runId}-${this.index}`,
      isLive: this.#playlists.playlist?.endList !== true,
      bandwidth: this.rendition?.bandwidth ?? null,
      topBandwidth:
        this.#ladder === null || this.rendition?.bandwidth == null ? null : Math.max(...this.#ladder.bandwidths),
      bufferSeconds: this.playhead.bufferSeconds(this.#world.now()),
      throughput: this.#buffered === null ? null : this.#media.estimate.bitsPerSecond,
      isUrgent: this.state !== 'playing',
      hasStalled,
    });
  }

  onMultivariant(playlist: MultivariantPlaylist, version: PlaylistVersion, nowMs: number): void {
    const ladder = ladderOf(version, playlist);
    const first = ladder.renditions[this.#choose(ladder, null)];
    if (first === undefined) {
      return this.onPlaylistFatal(failureOf('semantic', 'Expected a variant with an http address, found none.'), nowMs);
    }
    this.#ladder = ladder;
    this.#follow(first);
  }

  onMedia(playlist: LivePlaylist, rendition: Rendition | null, nowMs: number): void {
    if (this.#isOver()) return;
    this.settle(nowMs);
    this.#ladder ??= singleLadder(this.#world.entrance);
    const loaded = rendition ?? (this.#ladder.renditions[0] as Rendition);
    if (loaded === this.rendition) return this.#media.update(playlist, nowMs);
    this.rendition = loaded;
    this.series = this.#world.recorder.series(this.#vantage.name, loaded.name);
    this.#isSwitching = false;
    this.#media.enter(playlist, this.#programTime.programTimeAt(this.playhead.bufferEndSeconds), nowMs);
  }

  onSwitchFailed(nowMs: number): void {
    this.#isSwitching = false;
    if (this.#lost.size > 0 && this.#followed !== null) this.#lose(this.#followed);
    this.#followed = this.rendition;
    this.#media.resume(nowMs);
  }

  /** Its rendition's playlist cannot be had: whoever may choose plays another, as players do, and never comes back to it. */
  fallsBack(): boolean {
    const ladder = this.#ladder;
    if (ladder === null || this.#world.settings.rendition.kind !== 'adaptive') return false;
    if (this.#followed !== null) this.#lose(this.#followed);
    const next = fallbackOf(ladder, this.#followed, this.#lost);
    if (next === null) return false;
    this.#isSwitching = true;
    this.#follow(next);
    return true;
  }

  onPlaylistFatal(_failure: Failure, nowMs: number): void {
    this.#fail(nowMs);
  }

  switchesRendition(_nowMs: number): boolean {
    if (this.#isSwitching) return true;
    const { rendition } = this;
    const ladder = this.#ladder;
    if (ladder === null || rendition === null || this.#world.settings.rendition.kind !== 'adaptive') return false;
    const index = this.#choose(ladder, rendition.index);
    const wanted = ladder.renditions[index];
    if (wanted === undefined || index === rendition.index || index === this.#avoided) return false;
    if (this.#lost.has(index)) return false;
    this.#avoided = index;
    this.#isSwitching = true;
    this.#follow(wanted);
    return true;
  }

  onMediaAdded(seconds: number, programTimeMs: number | null, nowMs: number): void {
    this.#countMedia(seconds);
    this.#programTime.add(this.playhead.bufferEndSeconds, programTimeMs);
    // A part counts as a segment does: who starts a hold-back of parts from the edge would lose it by waiting for more.
    this.playhead.addMedia(seconds, nowMs);
    if (this.playhead.state === 'playing') this.#recordLatency(nowMs);
    this.#arm();
  }

  onResync(): void {
    this.series.count('resyncs');
  }

  onTooFarBehind(nowMs: number): void {
    this.playhead.jump(nowMs);
  }

  onAllLoaded(nowMs: number): void {
    this.playhead.endMedia(nowMs);
    this.#arm();
  }

  onMediaFatal(_failure: Failure, nowMs: number): void {
    this.#fail(nowMs);
  }

  playbackStarted(_atMs: number, startupMs: number): void {
    this.#session.count('sessions_started');
    this.#session.record('startup_time', startupMs);
    this.#move('playing');
  }

  stallStarted(atMs: number): void {
    this.stalledSinceMs = atMs;
    this.#hasStalled = true;
    this.#session.count('stalls');
    this.#move('stalled');
  }

  stallEnded(_atMs: number, durationMs: number): void {
    this.stalledSinceMs = null;
    this.#session.record('stall_duration', durationMs);
    if (!this.#isOver()) this.#move('playing');
  }

  /** By ENDLIST; a session that ends otherwise is over already. */
  playbackEnded(atMs: number): void {
    if (!this.#isOver()) this.#end('ended', 'sessions_ended', true, atMs);
  }

  #lose(rendition: Rendition): void {
    this.#lost = new Set(this.#lost).add(rendition.index);
  }

  #follow(rendition: Rendition): void {
    this.#followed = rendition;
    this.#playlists.follow(rendition);
  }

  #choose(ladder: Ladder, current: number | null): number {
    const { rendition } = this.#world.settings;
    return chooseRendition(ladder.bandwidths, rendition, this.#media.estimate.bitsPerSecond, current);
  }

  #countMedia(seconds: number): void {
    const { rendition, series } = this;
    series.count('media_ms', seconds * 1000);
    if (rendition === null) return;
    series.count('declared_bits', seconds * (rendition.bandwidth ?? 0));
    const before = this.#buffered;
    if (before === rendition) return;
    this.#avoided = -1;
    this.#buffered = rendition;
    if (before === null) return;
    series.count((rendition.bandwidth ?? 0) > (before.bandwidth ?? 0) ? 'switches_up' : 'switches_down');
  }

  #recordLatency(nowMs: number): void {
    if (this.#playlists.playlist?.endList !== false) return;
    const programTimeMs = this.#programTime.programTimeAt(this.playhead.positionSeconds(nowMs));
    const latencyMs =
      programTimeMs === null
        ? this.#latencyByEdgeMs(nowMs)
        : latencyByProgramTimeMs(this.#world.wallNow(), programTimeMs);
    this.series.record(programTimeMs === null ? 'live_latency_edge' : 'live_latency_pdt', latencyMs);
    this.series.record('latency_drift', latencyDriftMs(latencyMs, this.#media.targetLatencySeconds));
  }

  #latencyByEdgeMs(nowMs: number): number {
    return latencyByEdgeMs({
      bufferSeconds: this.playhead.bufferSeconds(nowMs),
      notLoadedSeconds: this.#media.notLoadedSeconds(),
      sinceAdvancedMs: nowMs - this.#playlists.advancedAtMs,
    });
  }

  #fail(nowMs: number): void {
    if (this.#isOver()) return;
    const counter = this.playhead.state === 'starting' ? 'start_failures' : 'midstream_failures';
    this.#end('failed', counter, false, nowMs);
  }

  #end(
    state: 'ended' | 'failed' | 'lost',
    counter: 'sessions_ended' | 'start_failures' | 'midstream_failures' | 'sessions_lost',
    broadcastEnded: boolean,
    nowMs: number,
  ): void {
    this.#move(state);
    this.#session.count(counter);
    this.playhead.end(nowMs);
    this.settle(nowMs);
    this.#playlists.stop();
    this.#media.stop();
    this.#lanes.close();
    this.#world.wheel.cancel(this.#timer);
    this.#listener.viewerGone(this, broadcastEnded, nowMs);
  }

  #isOver(): boolean {
    return this.state === 'ended' || this.state === 'failed' || this.state === 'lost';
  }

  #move(to: ViewerState): void {
    if (this.state === to) return;
    const from = this.state;
    this.state = to;
    this.#listener.viewerMoved(from, to);
  }

  /** A timer that comes too early is set again when it comes: with every segment the buffer ends later. */
  #arm(): void {
    if (this.#isOver()) return;
    const atMs = Math.min(this.#leaveAtMs, this.playhead.nextEmptyAtMs() ?? Infinity);
    if (atMs >= this.#timerAtMs) return;
    if (this.#timerAtMs !== Infinity) this.#world.wheel.cancel(this.#timer);
    this.#timerAtMs = atMs;
    this.#timer = this.#world.wheel.at(atMs, this);
  }
}

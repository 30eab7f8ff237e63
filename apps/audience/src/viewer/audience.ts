import type { LoadPlan, PlannedViewer, TimerTarget } from '@dropwise/load';
import { type ClockOffset, OriginClock } from './origin-clock.ts';
import { PlaylistCache } from './playlist-cache.ts';
import { playlistResource } from './resource.ts';
import type { ShardWorld } from './shard-world.ts';
import { Viewer, type ViewerListener } from './viewer.ts';
import { ViewerCounts, type ViewerState } from './viewer-state.ts';

export interface AudienceOptions extends Omit<ShardWorld, 'cache' | 'entrance' | 'originClock'> {
  /** This shard's part. */
  readonly plan: LoadPlan;
}

/** The viewers of one shard. Whoever holds it runs the wheel. */
export interface Audience {
  /** @param t0Ms the common start, monotonic: the plan's times count from it. */
  start(t0Ms: number): void;
  /** The same plan, changed in mid-run: who is there and who is still to come is ruled by the new one. */
  changePlan(plan: LoadPlan): void;
  /** Nobody joins any more; who is there leaves, spread evenly over that time. */
  rampDown(withinMs: number): void;
  /** At once, without a spread. */
  stop(): void;
  counts(): AudienceCounts;
  /** Who is there, by the name of the way taken. */
  viewersByVantage(): ReadonlyMap<string, number>;
  /** Brings the recorder's counts of time up to now, for a snapshot. */
  settle(): void;
  /**
   * The same for one of so many of those who are there, who follow in turn: all of them at once would keep the loop from
   * sending for milliseconds.
   */
  settleShare(shares: number): void;
  /** Of the origin's wall clock against ours, by its `Date` headers: latency by program time is as true as this. */
  readonly clockOffset: ClockOffset | null;
  /** Distinct playlist bodies that were parsed. */
  readonly parses: number;
  /** Nobody is there and nobody will come. */
  readonly ended: Promise<void>;
}

export interface AudienceCounts {
  /** Of this shard's plan: all who were to come. */
  readonly planned: number;
  readonly joining: number;
  readonly playing: number;
  readonly stalled: number;
  readonly ended: number;
  readonly failed: number;
  readonly lost: number;
}

/** Throws when the address is none that a viewer could ask for: configuration is checked before. */
export function createAudience(options: AudienceOptions): Audience {
  const { plan, ...shared } = options;
  const entrance = playlistResource(shared.settings.url);
  if (entrance === null) throw new Error('The address of the stream must be http or https.');
  return new ShardAudience(plan, { ...shared, entrance, cache: new PlaylistCache(), originClock: new OriginClock() });
}

/** One who saw a broadcast end, or lost its proxy, comes back after this long, where it is to. */
const rejoinAfterMs = 2000;

class ShardAudience implements Audience, ViewerListener, TimerTarget {
  readonly ended: Promise<void>;
  readonly #world: ShardWorld;
  readonly #counts = new ViewerCounts();
  readonly #present = new Map<number, Viewer>();
  /** Where `settleShare` goes on. */
  #inTurn = this.#present.values();
  readonly #byVantage = new Map<string, number>();
  #plan: LoadPlan;
  /** Those to come, by joining; `#next` is the first of them. */
  #queue: readonly PlannedViewer[];
  #next = 0;
  #planned: number;
  /** Who is gone and comes back. */
  #rejoining = 0;
  #t0Ms = 0;
  #isStarted = false;
  #isEnding = false;
  #timer = 0;
  #resolveEnded: () => void = () => {};

  constructor(plan: LoadPlan, world: ShardWorld) {
    this.#world = world;
    this.#plan = plan;
    this.#queue = plan.viewers;
    this.#planned = plan.viewers.length;
    this.ended = new Promise((resolve) => {
      this.#resolveEnded = resolve;
    });
  }

  get clockOffset(): ClockOffset | null {
    return this.#world.originClock.offset;
  }

  get parses(): number {
    return this.#world.cache.parses;
  }

  start(t0Ms: number): void {
    if (this.#isStarted) throw new Error('An audience starts once.');
    this.#isStarted = true;
    this.#t0Ms = t0Ms;
    this.#await();
  }

  changePlan(plan: LoadPlan): void {
    const waiting = new Set(this.#queue.slice(this.#next).map(({ index }) => index));
    const known = this.#plan.nextIndex;
    this.#queue = plan.viewers.filter(({ index }) => waiting.has(index) || index >= known);
    this.#planned += this.#queue.length - waiting.size;
    this.#next = 0;
    this.#plan = plan;
    for (const { index, leaveAtMs } of plan.viewers) {
      this.#present.get(index)?.leaveAt(leaveAtMs === null ? null : this.#t0Ms + leaveAtMs);
    }
    if (this.#isStarted) this.#await();
  }

  rampDown(withinMs: number): void {
    this.#close();
    const nowMs = this.#world.now();
    let left = 0;
    for (const viewer of this.#present.values()) {
      viewer.leaveAt(nowMs + (withinMs * left) / this.#present.size);
      left++;
    }
    this.#endIfEmpty();
  }

  stop(): void {
    this.#close();
    const nowMs = this.#world.now();
    for (const viewer of [...this.#present.values()]) viewer.leave(nowMs);
    this.#endIfEmpty();
  }

  counts(): AudienceCounts {
    const { joining, playing, stalled, ended, failed, lost } = this.#counts;
    return { planned: this.#planned, joining, playing, stalled, ended, failed, lost };
  }

  viewersByVantage(): ReadonlyMap<string, number> {
    return this.#byVantage;
  }

  settle(): void {
    const nowMs = this.#world.now();
    for (const viewer of this.#present.values()) viewer.settle(nowMs);
  }

  settleShare(shares: number): void {
    const nowMs = this.#world.now();
    for (let left = Math.ceil(this.#present.size / shares); left > 0; left--) {
      const next = this.#inTurn.next();
      if (next.done !== true) next.value.settle(nowMs);
      else this.#inTurn = this.#present.values();
    }
  }

  wake(nowMs: number): void {
    for (let planned = this.#queue[this.#next]; planned !== undefined; planned = this.#queue[this.#next]) {
      const joinMs = this.#t0Ms + planned.joinAtMs;
      if (joinMs > nowMs) break;
      this.#next++;
      this.#join(planned.index, joinMs, planned.leaveAtMs === null ? null : this.#t0Ms + planned.leaveAtMs);
    }
    this.#await();
  }

  viewerMoved(from: ViewerState, to: ViewerState): void {
    this.#counts.move(from, to);
  }

  viewerGone(viewer: Viewer, broadcastEnded: boolean, nowMs: number): void {
    this.#present.delete(viewer.index);
    this.#countVantage(viewer.vantageName, -1);
    if (!this.#isEnding && this.#comesBack(viewer, broadcastEnded)) this.#rejoin(viewer, nowMs);
    this.#endIfEmpty();
  }

  #join(index: number, joinMs: number, leaveAtMs: number | null): void {
    const viewer = new Viewer(this.#world, index, joinMs, leaveAtMs, this);
    this.#present.set(index, viewer);
    this.#countVantage(viewer.vantageName, 1);
    this.#counts.join();
    viewer.join();
  }

  #countVantage(name: string, by: 1 | -1): void {
    this.#byVantage.set(name, (this.#byVantage.get(name) ?? 0) + by);
  }

  #comesBack(viewer: Viewer, broadcastEnded: boolean): boolean {
    const { onEnd, egress } = this.#world.settings;
    if (broadcastEnded) return onEnd === 'rejoin';
    // One who found no way open at its join had its second chance.
    return viewer.state === 'lost' && egress.onProxyLoss === 'move' && viewer.rendition !== null;
  }

  #rejoin(viewer: Viewer, nowMs: number): void {
    const leaveAtMs = viewer.leavesAtMs;
    if (leaveAtMs !== null && leaveAtMs <= nowMs + rejoinAfterMs) return;
    this.#rejoining++;
    this.#world.wheel.at(nowMs + rejoinAfterMs, {
      wake: (_nowMs, dueMs) => {
        this.#rejoining--;
        if (this.#isEnding) return this.#endIfEmpty();
        this.#join(viewer.index, dueMs, leaveAtMs);
      },
    });
  }

  /** One timer for whoever joins next. */
  #await(): void {
    this.#world.wheel.cancel(this.#timer);
    const next = this.#queue[this.#next];
    if (next === undefined || this.#isEnding) return this.#endIfEmpty();
    this.#timer = this.#world.wheel.at(this.#t0Ms + next.joinAtMs, this);
  }

  #close(): void {
    this.#isEnding = true;
    this.#world.wheel.cancel(this.#timer);
  }

  #endIfEmpty(): void {
    const mayCome = !this.#isEnding && (this.#next < this.#queue.length || this.#rejoining > 0);
    if (this.#isStarted && !mayCome && this.#present.size === 0) this.#resolveEnded();
  }
}

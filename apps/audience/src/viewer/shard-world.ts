import type { Recorder, TimerWheel } from '@dropwise/load';
import type { EgressSettings, RunSettings } from '../config/run-settings.ts';
import type { ConsentGate } from '../consent/gate.ts';
import type { Transport } from '../wire/transport.ts';
import type { OriginClock } from './origin-clock.ts';
import type { PlaylistCache } from './playlist-cache.ts';
import type { Resource } from './resource.ts';
import type { Vantage } from './vantage.ts';

/** What rules a viewer, of all that rules a run. */
export type ViewerSettings = Pick<
  RunSettings,
  'url' | 'rendition' | 'lowLatency' | 'startSegments' | 'resyncTargetDurations' | 'onEnd' | 'cmcd'
> & { readonly egress: Pick<EgressSettings, 'onProxyLoss'> };

/** Everything that the viewers of one shard have in common. */
export interface ShardWorld {
  readonly transport: Transport;
  readonly gate: ConsentGate;
  readonly wheel: TimerWheel;
  readonly recorder: Recorder;
  readonly cache: PlaylistCache;
  readonly originClock: OriginClock;
  readonly settings: ViewerSettings;
  /** What `settings.url` asks for. */
  readonly entrance: Resource;
  readonly runId: string;
  /** Monotonic ms. */
  readonly now: () => number;
  /** Epoch ms; only for live latency. */
  readonly wallNow: () => number;
  /** Asked at every join: where losing a proxy means to move, it names another way then. */
  readonly vantageOf: (viewerIndex: number) => Vantage;
}

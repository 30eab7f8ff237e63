import type { ProxyEndpoint } from '../wire/transport.ts';

/** Everything that a run is ruled by, checked and complete: the configuration file, flags above it. Crosses to shards as it is. */
export interface RunSettings {
  /** Of a multivariant or media playlist; http or https, no credentials in it. */
  readonly url: string;
  /** At most so many at once. */
  readonly viewers: number;
  /** Of the whole run, from the common start; null = until stopped, or the plan is over. */
  readonly durationMs: number | null;
  readonly load: LoadSettings;
  readonly rendition: RenditionSetting;
  /** Blocking reloads and parts where the server offers them. */
  readonly lowLatency: boolean;
  /** Media in the buffer before play begins and goes on again, in segments. */
  readonly startSegments: number;
  /** More behind the live edge than so many target durations: jump to the start position. */
  readonly resyncTargetDurations: number;
  /** Rejoin when a broadcast ends, or finish. */
  readonly onEnd: 'finish' | 'rejoin';
  readonly transport: 'raw' | 'undici';
  readonly cmcd: boolean;
  readonly seed: number;
  /** Processes on this machine; 'auto' = by viewers and cores. */
  readonly shards: number | 'auto';
  /** `--shard i/n`: this machine's part of a run of several machines; null = the whole. */
  readonly part: { readonly index: number; readonly count: number } | null;
  /** The common run of several parts; null = made here. */
  readonly runId: string | null;
  readonly egress: EgressSettings;
  /** `metric>value` each, as given. */
  readonly failIf: readonly string[];
  readonly maxViewers: number | null;
  readonly maxMbps: number | null;
  /** `nats://…` of the cluster; null = none. */
  readonly nats: string | null;
}

export type LoadSettings =
  | { readonly shape: 'constant'; readonly joinOverMs: number; readonly stay: StaySettings }
  | { readonly shape: 'ramp'; readonly stages: readonly RampStage[]; readonly stay: StaySettings }
  | { readonly shape: 'arrival-rate'; readonly viewersPerMinute: number; readonly stay: StaySettings };

/** To `viewers` at once, evenly over `overMs`. */
export interface RampStage {
  readonly viewers: number;
  readonly overMs: number;
}

/** How long a viewer stays; one who leaves is followed by another where the shape asks for a number at once. */
export type StaySettings =
  | { readonly kind: 'to-the-end' }
  | { readonly kind: 'fixed'; readonly ms: number }
  | { readonly kind: 'exponential'; readonly meanMs: number }
  | { readonly kind: 'lognormal'; readonly medianMs: number; readonly sigma: number }
  /** Quantiles in even steps from the shortest stay to the longest. */
  | { readonly kind: 'quantiles'; readonly quantilesMs: readonly number[] };

export type RenditionSetting =
  | { readonly kind: 'adaptive' }
  | { readonly kind: 'lowest' }
  | { readonly kind: 'highest' }
  /** The one with the nearest declared bandwidth not above; bits a second. */
  | { readonly kind: 'fixed'; readonly bandwidth: number };

export interface EgressSettings {
  readonly proxies: readonly ProxySetting[];
  /** Share of the viewers, 0 to 1, that go directly as the baseline beside the proxies; at least two where there are four. */
  readonly directShare: number;
  readonly onProxyLoss: 'report' | 'move';
}

export interface ProxySetting extends ProxyEndpoint {
  /** Host and port unless named; unique, without credentials. */
  readonly name: string;
  readonly weight: number;
  /** Wire bytes both ways; null = no budget. */
  readonly budgetBytes: number | null;
}

import type { LoadSettings, RenditionPolicy } from '@dropwise/load';
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
  readonly rendition: RenditionPolicy;
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

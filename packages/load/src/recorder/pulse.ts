import type { CounterName } from '../metrics/index.ts';
import { counterNames } from '../metrics/index.ts';
import { compareText } from './snapshot.ts';
import { percentileOfWindows } from './window-histogram.ts';

/** What is watched live: metrics whose last second a pulse carries. */
export const pulseMetrics = [
  'ttfb_due',
  'ttfb_sent',
  'startup_time',
  'live_latency_pdt',
  'live_latency_edge',
  'tool_lag',
] as const;
export type PulseMetric = (typeof pulseMetrics)[number];

/** A second of a shard: cumulative counts, and windows of values since the pulse before it. */
export interface Pulse {
  /** All series together. */
  readonly counts: Readonly<Record<CounterName, number>>;
  /** Failed attempts. */
  readonly failures: number;
  /** Encoded, two significant digits; absent = no value. `percentileOf` reads them. */
  readonly windows: Readonly<Partial<Record<PulseMetric, readonly string[]>>>;
  /** Sorted by name. */
  readonly egress: readonly EgressPulse[];
}

export interface EgressPulse {
  readonly name: string;
  readonly counts: Readonly<Record<CounterName, number>>;
  readonly failures: number;
  /** In the last second; merged, that of the worst shard. Null = no value. */
  readonly ttfbDueP95Ms: number | null;
}

/** In ms, over the windows of all shards; null = no value. */
export function percentileOf(pulse: Pulse, metric: PulseMetric, percentile: number): number | null {
  return percentileOfWindows(pulse.windows[metric] ?? [], percentile);
}

/** Of shards in the same second. */
export function mergePulses(pulses: readonly Pulse[]): Pulse {
  const windows: Partial<Record<PulseMetric, readonly string[]>> = {};
  for (const metric of pulseMetrics) {
    const all = pulses.flatMap((pulse) => pulse.windows[metric] ?? []);
    if (all.length > 0) windows[metric] = all;
  }
  return {
    counts: sumCounts(pulses.map(({ counts }) => counts)),
    failures: pulses.reduce((sum, { failures }) => sum + failures, 0),
    windows,
    egress: mergeEgress(pulses.flatMap(({ egress }) => egress)),
  };
}

function mergeEgress(all: readonly EgressPulse[]): readonly EgressPulse[] {
  const byName = Map.groupBy(all, ({ name }) => name);
  return [...byName]
    .map(([name, pulses]) => ({
      name,
      counts: sumCounts(pulses.map(({ counts }) => counts)),
      failures: pulses.reduce((sum, { failures }) => sum + failures, 0),
      ttfbDueP95Ms: pulses.reduce<number | null>((worst, { ttfbDueP95Ms }) => larger(worst, ttfbDueP95Ms), null),
    }))
    .sort((a, b) => compareText(a.name, b.name));
}

function sumCounts(all: readonly Readonly<Record<CounterName, number>>[]): Record<CounterName, number> {
  return Object.fromEntries(
    counterNames.map((name) => [name, all.reduce((sum, counts) => sum + counts[name], 0)]),
  ) as Record<CounterName, number>;
}

function larger(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.max(a, b);
}

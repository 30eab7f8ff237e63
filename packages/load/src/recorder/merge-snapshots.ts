import { decodeFromCompressedBase64, encodeIntoCompressedBase64, type Histogram } from 'hdr-histogram-js';
import { counterNames, distributionMetrics } from '../metrics/index.ts';
import {
  byFailure,
  bySeries,
  type EncodedDistribution,
  type FailureCount,
  type SeriesSnapshot,
  type Snapshot,
  seriesKey,
} from './snapshot.ts';

/** Shards as one: the same, to the bucket, as if a single recorder had heard them all. In any order. */
export function mergeSnapshots(snapshots: readonly Snapshot[]): Snapshot {
  const windows = snapshots.flatMap(({ windowMs }) => (windowMs === null ? [] : [windowMs]));
  const series = Map.groupBy(
    snapshots.flatMap((snapshot) => snapshot.series),
    ({ egress, rendition }) => seriesKey(egress, rendition),
  );
  const failures = Map.groupBy(
    snapshots.flatMap((snapshot) => snapshot.failures),
    (failure) => seriesKey(failure.class, failure.egress),
  );
  return {
    format: 'dropwise-load-snapshot',
    version: 1,
    windowMs: windows.length === 0 ? null : Math.max(...windows),
    series: [...series.values()].map(mergeSeries).sort(bySeries),
    failures: [...failures.values()].map(mergeFailures).sort(byFailure),
    overflow: {
      series: sumOf(snapshots, ({ overflow }) => overflow.series),
      distributions: sumOf(snapshots, ({ overflow }) => overflow.distributions),
      failures: sumOf(snapshots, ({ overflow }) => overflow.failures),
    },
  };
}

/** Counts and distributions of several series as one, under the labels of the first. */
export function mergeSeries(all: readonly SeriesSnapshot[]): SeriesSnapshot {
  const counts: Record<string, number> = {};
  for (const name of counterNames) {
    const sum = sumOf(all, (one) => one.counts[name] ?? 0);
    if (sum !== 0) counts[name] = sum;
  }
  const distributions: Record<string, EncodedDistribution> = {};
  for (const { name } of distributionMetrics) {
    const merged = mergeDistributions(all.flatMap((one) => one.distributions[name] ?? []));
    if (merged !== null) distributions[name] = merged;
  }
  return { egress: all[0]?.egress ?? '', rendition: all[0]?.rendition ?? '', counts, distributions };
}

/** Null = there are none. */
export function mergeDistributions(all: readonly EncodedDistribution[]): EncodedDistribution | null {
  const filled = all.filter(({ count }) => count > 0);
  const [first] = filled;
  if (first === undefined || filled.length === 1) return first ?? null;
  return {
    count: sumOf(filled, ({ count }) => count),
    sumGrains: sumOf(filled, ({ sumGrains }) => sumGrains),
    minGrains: Math.min(...filled.map(({ minGrains }) => minGrains)),
    maxGrains: Math.max(...filled.map(({ maxGrains }) => maxGrains)),
    belowZero: sumOf(filled, ({ belowZero }) => belowZero),
    aboveCap: sumOf(filled, ({ aboveCap }) => aboveCap),
    encoded: encodeIntoCompressedBase64(sumHistograms(filled.map(decodeDistribution))),
  };
}

/** Counts of 64 bits: machines together may see more than 2^32 of one value. */
export function decodeDistribution({ encoded }: EncodedDistribution): Histogram {
  return decodeFromCompressedBase64(encoded, 64);
}

/** Into the widest, so that none has to be resized and the range is what a single recorder would have grown to. */
function sumHistograms(histograms: readonly Histogram[]): Histogram {
  const [widest, ...rest] = [...histograms].sort((a, b) => b.highestTrackableValue - a.highestTrackableValue);
  if (widest === undefined) throw new RangeError('there is no histogram to sum');
  for (const histogram of rest) widest.add(histogram);
  return widest;
}

function mergeFailures(all: readonly FailureCount[]): FailureCount {
  const [first] = all;
  return { class: first?.class ?? '', egress: first?.egress ?? '', count: sumOf(all, ({ count }) => count) };
}

function sumOf<Item>(items: readonly Item[], measure: (item: Item) => number): number {
  let sum = 0;
  for (const item of items) sum += measure(item);
  return sum;
}

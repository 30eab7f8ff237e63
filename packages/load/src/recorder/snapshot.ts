import type { CounterName, DistributionName } from '../metrics/index.ts';

/** What a shard measured until now, as JSON. Cumulative: a later one holds all of an earlier one. */
export interface Snapshot {
  readonly format: 'dropwise-load-snapshot';
  readonly version: 1;
  /** How long it has been measuring, ms; null = not said. Shards run side by side: merged, it is the longest. */
  readonly windowMs: number | null;
  /** Sorted by egress, then rendition. */
  readonly series: readonly SeriesSnapshot[];
  /** Failed attempts. Sorted by class, then egress. */
  readonly failures: readonly FailureCount[];
  readonly overflow: Overflow;
}

export interface SeriesSnapshot {
  readonly egress: string;
  readonly rendition: string;
  /** Zeros left out. */
  readonly counts: Readonly<Partial<Record<CounterName, number>>>;
  /** Those without a value left out. */
  readonly distributions: Readonly<Partial<Record<DistributionName, EncodedDistribution>>>;
}

/** Everything but `encoded` is exact; a grain is a thousandth of the metric's unit. */
export interface EncodedDistribution {
  readonly count: number;
  readonly sumGrains: number;
  readonly minGrains: number;
  readonly maxGrains: number;
  /** Values that were negative and are kept as 0. */
  readonly belowZero: number;
  /** Values above what is kept, kept as that. */
  readonly aboveCap: number;
  /** HdrHistogram V2, compressed, base64. */
  readonly encoded: string;
}

export interface FailureCount {
  readonly class: string;
  readonly egress: string;
  readonly count: number;
}

/** What was recorded under the label "(other)", because there were too many of its kind. */
export interface Overflow {
  /** Times that a series was asked for and not made. */
  readonly series: number;
  /** Distributions that a series would have had. */
  readonly distributions: number;
  /** Failed attempts. */
  readonly failures: number;
}

/** Label of what is beyond a limit. */
export const otherLabel = '(other)';

/** Of a series that belongs to no rendition: sessions, playlists of all, bytes on the wire. */
export const noRendition = '';

export function seriesKey(egress: string, rendition: string): string {
  return `${egress}\n${rendition}`;
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function bySeries(a: SeriesSnapshot, b: SeriesSnapshot): number {
  return compareText(a.egress, b.egress) || compareText(a.rendition, b.rendition);
}

export function byFailure(a: FailureCount, b: FailureCount): number {
  return compareText(a.class, b.class) || compareText(a.egress, b.egress);
}

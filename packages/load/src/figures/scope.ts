import { counterNames } from '../metrics/index.ts';
import { noRendition, type SeriesSnapshot, type Snapshot } from '../recorder/snapshot.ts';
import type { Counts, Tally } from './figure-metric.ts';

/** Whose values: everybody's (both null), those of one egress, of one rendition, or of a rendition by an egress. */
export interface Scope {
  readonly egress: string | null;
  readonly rendition: string | null;
}

export const everybody: Scope = { egress: null, rendition: null };

export function seriesIn(snapshot: Snapshot, { egress, rendition }: Scope): readonly SeriesSnapshot[] {
  return snapshot.series.filter(
    (series) => (egress === null || series.egress === egress) && (rendition === null || series.rendition === rendition),
  );
}

export function egressNamesIn(snapshot: Snapshot): readonly string[] {
  const names = [...snapshot.series.map(({ egress }) => egress), ...snapshot.failures.map(({ egress }) => egress)];
  return [...new Set(names)].sort();
}

export function renditionNamesIn(snapshot: Snapshot): readonly string[] {
  const names = snapshot.series.map(({ rendition }) => rendition).filter((rendition) => rendition !== noRendition);
  return [...new Set(names)].sort();
}

export function tallyOf(snapshot: Snapshot, scope: Scope): Tally {
  return {
    counts: countsIn(seriesIn(snapshot, scope)),
    total: countsIn(snapshot.series),
    failures: snapshot.failures.reduce(
      (sum, { egress, count }) => (scope.egress === null || egress === scope.egress ? sum + count : sum),
      0,
    ),
    windowMs: snapshot.windowMs,
  };
}

function countsIn(series: readonly SeriesSnapshot[]): Counts {
  const sums = Object.fromEntries(counterNames.map((name) => [name, 0])) as Record<keyof Counts, number>;
  for (const { counts } of series) {
    for (const name of counterNames) sums[name] += counts[name] ?? 0;
  }
  return sums;
}

import type { Histogram } from 'hdr-histogram-js';
import { type DistributionName, distributionMetrics } from '../metrics/index.ts';
import { grainsPerUnit } from '../recorder/distribution.ts';
import { decodeDistribution, mergeDistributions } from '../recorder/merge-snapshots.ts';
import type { EncodedDistribution, Snapshot } from '../recorder/snapshot.ts';
import { egressNamesIn, everybody, renditionNamesIn, type Scope, seriesIn } from './scope.ts';

/** A histogram in figures, in the metric's unit. */
export interface DistributionFigures {
  readonly metric: DistributionName;
  readonly series: Scope;
  readonly unit: 'ms' | 'kbit/s';
  readonly count: number;
  readonly min: number | null;
  readonly mean: number | null;
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
  readonly p999: number | null;
  readonly max: number | null;
  /** HdrHistogram V2, compressed, base64, in thousandths of the unit; '' = no value. */
  readonly encoded: string;
}

/**
 * Every metric of everybody, where it has no value too; then, with values only, by egress, by rendition, and by both where
 * there are several of both.
 */
export function distributionsOf(snapshot: Snapshot): readonly DistributionFigures[] {
  const whole = distributionMetrics.map(({ name }) => distributionIn(snapshot, name, everybody));
  const parts = scopesOf(snapshot).flatMap((scope) =>
    distributionMetrics.map(({ name }) => distributionIn(snapshot, name, scope)),
  );
  return [...whole, ...parts.filter(({ count }) => count > 0)];
}

export function distributionIn(snapshot: Snapshot, metric: DistributionName, scope: Scope): DistributionFigures {
  const merged = mergeDistributions(
    seriesIn(snapshot, scope).flatMap(({ distributions }) => distributions[metric] ?? []),
  );
  const unit = distributionMetrics.find(({ name }) => name === metric)?.unit ?? 'ms';
  const figures = merged === null ? nothing : figuresOfHistogram(merged, decodeDistribution(merged));
  return { metric, series: scope, unit, ...figures };
}

type Figures = Omit<DistributionFigures, 'metric' | 'series' | 'unit'>;

const nothing: Figures = {
  count: 0,
  min: null,
  mean: null,
  p50: null,
  p95: null,
  p99: null,
  p999: null,
  max: null,
  encoded: '',
};

/** Ends and mean are exact. A percentile is the top of its bucket, but no more than the greatest value there was. */
function figuresOfHistogram(distribution: EncodedDistribution, histogram: Histogram): Figures {
  const { count, sumGrains, minGrains, maxGrains, encoded } = distribution;
  const at = (percentile: number): number =>
    Math.min(histogram.getValueAtPercentile(percentile), maxGrains) / grainsPerUnit;
  return {
    count,
    min: minGrains / grainsPerUnit,
    mean: sumGrains / count / grainsPerUnit,
    p50: at(50),
    p95: at(95),
    p99: at(99),
    p999: at(99.9),
    max: maxGrains / grainsPerUnit,
    encoded,
  };
}

function scopesOf(snapshot: Snapshot): readonly Scope[] {
  const egressNames = egressNamesIn(snapshot);
  const renditionNames = renditionNamesIn(snapshot);
  const pairs =
    egressNames.length > 1 && renditionNames.length > 1
      ? egressNames.flatMap((egress) => renditionNames.map((rendition): Scope => ({ egress, rendition })))
      : [];
  return [
    ...egressNames.map((egress): Scope => ({ egress, rendition: null })),
    ...renditionNames.map((rendition): Scope => ({ egress: null, rendition })),
    ...pairs,
  ];
}

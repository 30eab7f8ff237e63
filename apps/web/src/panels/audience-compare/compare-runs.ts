import type { AudienceReport } from '@dropwise/contract/audience';
import { metricOf } from '../../shared/audience/metrics.ts';

type Series = AudienceReport['figures'][number]['series'];

export type Judgement = 'better' | 'worse' | 'same' | 'neither' | 'unknown';

/** A value of both runs. */
export interface ComparedRow {
  readonly key: string;
  readonly metric: string;
  /** Null for what is one number. */
  readonly statistic: 'p50' | 'p95' | 'p99' | null;
  readonly series: Series;
  readonly unit: string;
  readonly first: number | null;
  readonly second: number | null;
  /** In percent of the first; null = there is none. */
  readonly changePercent: number | null;
  readonly judgement: Judgement;
}

const statistics = ['p50', 'p95', 'p99'] as const;
/** Below that no two runs of the same stream are alike. */
const alikePercent = 2;

export function compareRuns(first: AudienceReport, second: AudienceReport): readonly ComparedRow[] {
  const figures = paired(first.figures, second.figures).map(({ one, other, of }) =>
    rowOf(of, null, one?.value ?? null, other?.value ?? null),
  );
  const histograms = paired(first.histograms, second.histograms)
    .filter(({ one, other }) => (one?.count ?? 0) + (other?.count ?? 0) > 0)
    .flatMap(({ one, other, of }) =>
      statistics.map((statistic) => rowOf(of, statistic, one?.[statistic] ?? null, other?.[statistic] ?? null)),
    );
  return [...figures, ...histograms];
}

interface Measured {
  readonly metric: string;
  readonly series: Series;
  readonly unit: string;
}

interface Pair<Item extends Measured> {
  readonly of: Item;
  readonly one: Item | undefined;
  readonly other: Item | undefined;
}

/** In the order of the first, then what only the second has. */
function paired<Item extends Measured>(ones: readonly Item[], others: readonly Item[]): readonly Pair<Item>[] {
  const pairs = new Map<string, Pair<Item>>();
  for (const one of ones) pairs.set(keyOf(one), { of: one, one, other: undefined });
  for (const other of others) {
    const found = pairs.get(keyOf(other));
    pairs.set(keyOf(other), { of: found?.of ?? other, one: found?.one, other });
  }
  return [...pairs.values()];
}

function keyOf({ metric, series }: Measured): string {
  return JSON.stringify([metric, series.egress, series.rendition]);
}

function rowOf(
  of: Measured,
  statistic: ComparedRow['statistic'],
  first: number | null,
  second: number | null,
): ComparedRow {
  const changePercent =
    first === null || second === null || first === 0 ? null : ((second - first) / Math.abs(first)) * 100;
  return {
    key: `${keyOf(of)}${statistic}`,
    metric: of.metric,
    statistic,
    series: of.series,
    unit: of.unit,
    first,
    second,
    changePercent,
    judgement: judge(of.metric, first, second, changePercent),
  };
}

function judge(metric: string, first: number | null, second: number | null, changePercent: number | null): Judgement {
  if (first === null || second === null) return 'unknown';
  if (changePercent === null ? first === second : Math.abs(changePercent) < alikePercent) return 'same';
  const better = metricOf(metric)?.better ?? null;
  if (better === null) return 'neither';
  return second < first === (better === 'lower') ? 'better' : 'worse';
}

export function isOfEverybody({ series }: ComparedRow): boolean {
  return series.egress === null && series.rendition === null;
}

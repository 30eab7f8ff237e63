import { distributionIn } from '../figures/distributions-of.ts';
import { figureMetrics } from '../figures/figure-metrics.ts';
import { type Scope, tallyOf } from '../figures/scope.ts';
import { type DistributionMetric, type DistributionName, distributionMetrics } from '../metrics/index.ts';
import type { Snapshot } from '../recorder/snapshot.ts';

/** A number that a threshold may be set on: a figure, or a statistic of a distribution. */
export interface Quantity {
  readonly name: string;
  /** What no value means: see `DistributionMetric`. */
  readonly whenEmpty: 'held' | 'unknown';
  readonly measure: (snapshot: Snapshot, scope: Scope) => number | null;
}

const statistics = ['min', 'mean', 'p50', 'p95', 'p99', 'p999', 'max'] as const;

/** In the order they are told: figures, then `ttfb_due_p99_ms` and its like. */
export const quantities: readonly Quantity[] = [
  // A rendition's share of time is no number for the whole.
  ...figureMetrics
    .filter(({ scopes }) => scopes !== 'rendition')
    .map(
      ({ name, reckon }): Quantity => ({
        name,
        whenEmpty: 'unknown',
        measure: (snapshot, scope) => reckon(tallyOf(snapshot, scope)),
      }),
    ),
  ...distributionMetrics.flatMap(statisticsOf),
];

function statisticsOf({ name, unit, whenEmpty }: DistributionMetric & { readonly name: DistributionName }): Quantity[] {
  const suffix = unit === 'ms' ? 'ms' : 'kbps';
  return statistics.map((statistic) => ({
    name: `${name}_${statistic}_${suffix}`,
    whenEmpty,
    measure: (snapshot, scope) => distributionIn(snapshot, name, scope)[statistic],
  }));
}

const byName = new Map(quantities.map((quantity) => [quantity.name, quantity]));

export function findQuantity(name: string): Quantity | null {
  return byName.get(name) ?? null;
}

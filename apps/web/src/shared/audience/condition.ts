import { distributionMetrics, figureMetrics, type Metric, metricOf, type Statistic, statistics } from './metrics.ts';

export const operators = ['>', '>=', '<', '<='] as const;
export type Operator = (typeof operators)[number];

/** What fails a run, in its parts: `ttfb_due_p99_ms@paris>500`. */
export interface Condition {
  readonly metric: string;
  /** Null for what is one number. */
  readonly statistic: Statistic | null;
  /** Null = everybody. */
  readonly way: string | null;
  readonly operator: Operator;
  readonly limit: number;
}

/** A rendition's share of the time is no number of the whole. */
export const conditionMetrics: readonly Metric[] = [
  ...figureMetrics.filter(({ name }) => name !== 'rendition_time_pct'),
  ...distributionMetrics,
];

export function writeCondition({ metric, statistic, way, operator, limit }: Condition): string {
  const suffix = statistic === null ? '' : `_${statistic}_${metricOf(metric)?.unit === 'ms' ? 'ms' : 'kbps'}`;
  return `${metric}${suffix}${way === null ? '' : `@${way}`}${operator}${limit}`;
}

const written =
  /^([a-z0-9_]+?)(?:_(min|mean|p50|p95|p99|p999|max)_(?:ms|kbps))?(?:@([^<>=]+))?(>=|<=|>|<)(-?\d+(?:\.\d+)?)$/;

/** Null: not written as this page writes them; it is shown as it is. */
export function readCondition(text: string): Condition | null {
  const [, name = '', statistic, way, operator, limit] = written.exec(text.replace(/\s+/g, '')) ?? [];
  const known = operators.find((each) => each === operator);
  if (known === undefined || !conditionMetrics.some((metric) => metric.name === name)) return null;
  const chosen = statistics.find((each) => each === statistic) ?? null;
  if ((chosen === null) !== figureMetrics.some((metric) => metric.name === name)) return null;
  return { metric: name, statistic: chosen, way: way ?? null, operator: known, limit: Number(limit) };
}

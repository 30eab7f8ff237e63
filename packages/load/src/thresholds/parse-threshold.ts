import { fail, nearestName, type Result, succeed } from '@dropwise/kit';
import { figureMetrics } from '../figures/figure-metrics.ts';
import { distributionMetrics } from '../metrics/index.ts';
import { findQuantity, type Quantity, quantities } from './quantities.ts';

/** What fails a run: `stalled_time_pct>0.5`, `ttfb_due_p99_ms@proxy-1>=500`. */
export interface Threshold {
  /** As given, without spaces. */
  readonly expression: string;
  readonly quantity: Quantity;
  /** Null = everybody. */
  readonly egress: string | null;
  readonly operator: ThresholdOperator;
  readonly limit: number;
}

export const thresholdOperators = ['>=', '<=', '>', '<'] as const;
export type ThresholdOperator = (typeof thresholdOperators)[number];

/** The failure is a sentence for who wrote it. */
export function parseThreshold(text: string): Result<Threshold, string> {
  const expression = text.replace(/\s+/g, '');
  const match = /^([A-Za-z0-9_]+)(?:@([^<>=]+))?(>=|<=|>|<)(.+)$/.exec(expression);
  if (match === null) return fail(`"${text}" is no threshold: ${howToWrite}`);
  const [, name = '', egress, operator = '', number = ''] = match;
  const quantity = findQuantity(name);
  if (quantity === null) return fail(unknownName(text, name));
  if (!/^-?\d+(\.\d+)?$/.test(number)) {
    return fail(`"${text}": expected a number after ${operator}, found "${number}": ${howToWrite}`);
  }
  return succeed({
    expression,
    quantity,
    egress: egress ?? null,
    operator: operator as ThresholdOperator,
    limit: Number(number),
  });
}

const howToWrite =
  'write a metric, one of > >= < <=, and a number, like stalled_time_pct>0.5 or ttfb_due_p99_ms@direct>500';

function unknownName(text: string, name: string): string {
  const nearest = nearestName(
    name,
    quantities.map((quantity) => quantity.name),
  );
  const meant = nearest === null ? '' : ` Did you mean ${nearest}?`;
  const figures = quantities
    .map((quantity) => quantity.name)
    .filter((known) => figureMetrics.some((figure) => figure.name === known));
  const distributions = distributionMetrics.map((metric) => `${metric.name} (${metric.unit})`);
  return (
    `"${text}": there is no metric "${name}".${meant} Metrics: ${figures.join(', ')}. With _min, _mean, _p50, _p95, _p99, ` +
    `_p999 or _max and then _ms or _kbps: ${distributions.join(', ')}.`
  );
}

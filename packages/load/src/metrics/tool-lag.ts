import type { DistributionMetric } from './distribution-metric.ts';

/** Sent, after the instant the tool itself had planned. Above 5 ms at p99 the generator measures itself. */
export const toolLag = {
  name: 'tool_lag',
  unit: 'ms',
  whenEmpty: 'unknown',
} as const satisfies DistributionMetric;

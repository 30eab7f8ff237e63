import type { DistributionMetric } from './distribution-metric.ts';

/** Key requests: request handed to the socket, to last byte. */
export const keyTime = {
  name: 'key_time',
  unit: 'ms',
  whenEmpty: 'held',
} as const satisfies DistributionMetric;

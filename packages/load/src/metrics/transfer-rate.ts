import type { DistributionMetric } from './distribution-metric.ts';

/** Body bits by the time from the first byte to the last. */
export const transferRate = {
  name: 'transfer_rate',
  unit: 'kbit/s',
  whenEmpty: 'unknown',
} as const satisfies DistributionMetric;

import type { DistributionMetric } from './distribution-metric.ts';

/** From the instant a viewer was planned to join to playable media. Sessions that never start are not in it (CTA-2066). */
export const startupTime = {
  name: 'startup_time',
  unit: 'ms',
  whenEmpty: 'unknown',
} as const satisfies DistributionMetric;

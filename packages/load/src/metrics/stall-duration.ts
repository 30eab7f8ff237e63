import type { DistributionMetric } from './distribution-metric.ts';

/** One stall: from the instant the buffer was empty to the one playback went on, or the session ended. */
export const stallDuration = {
  name: 'stall_duration',
  unit: 'ms',
  whenEmpty: 'held',
} as const satisfies DistributionMetric;

import type { DistributionMetric } from './distribution-metric.ts';

/** Body bits by the time from the request written to the last byte: what a player's rate adaption sees. */
export const segmentThroughput = {
  name: 'segment_throughput',
  unit: 'kbit/s',
  whenEmpty: 'unknown',
} as const satisfies DistributionMetric;

import type { DistributionMetric } from './distribution-metric.ts';

/** Behind the origin's program time (RFC 8216 4.3.2.6). Only as true as both clocks. */
export const liveLatencyPdt = {
  name: 'live_latency_pdt',
  unit: 'ms',
  whenEmpty: 'unknown',
} as const satisfies DistributionMetric;

import type { DistributionMetric } from './distribution-metric.ts';

/** Behind the end of the playlist, its age included, where no program time is given. Never mixed with the former. */
export const liveLatencyEdge = {
  name: 'live_latency_edge',
  unit: 'ms',
  whenEmpty: 'unknown',
} as const satisfies DistributionMetric;

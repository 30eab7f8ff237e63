import type { DistributionMetric } from './distribution-metric.ts';
import { latencyLead } from './latency-lead.ts';

/** Live latency behind the one aimed at: HOLD-BACK, PART-HOLD-BACK, or three target durations. */
export const latencyDrift = {
  name: 'latency_drift',
  unit: 'ms',
  whenEmpty: 'unknown',
  /** A histogram has no negative values. */
  belowZero: latencyLead.name,
} as const satisfies DistributionMetric;

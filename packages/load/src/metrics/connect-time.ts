import type { DistributionMetric } from './distribution-metric.ts';

/** Of connections that a request waited for: TCP, proxy and TLS handshakes. */
export const connectTime = {
  name: 'connect_time',
  unit: 'ms',
  whenEmpty: 'held',
} as const satisfies DistributionMetric;

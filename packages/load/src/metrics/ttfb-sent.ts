import type { DistributionMetric } from './distribution-metric.ts';

/** Of a segment: request handed to the socket, to first byte. Service time, which hides an outage (coordinated omission). */
export const ttfbSent = {
  name: 'ttfb_sent',
  unit: 'ms',
  whenEmpty: 'unknown',
} as const satisfies DistributionMetric;

import type { DistributionMetric } from './distribution-metric.ts';

/** Of a segment: from the instant it was due (see `DueLine`) to first byte. The one to judge an origin by. */
export const ttfbDue = {
  name: 'ttfb_due',
  unit: 'ms',
  whenEmpty: 'unknown',
} as const satisfies DistributionMetric;

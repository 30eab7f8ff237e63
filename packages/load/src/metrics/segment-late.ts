import type { DistributionMetric } from './distribution-metric.ts';

/** By how much the last byte of a late segment came after the playhead needed it. Those in time are not in it. */
export const segmentLate = {
  name: 'segment_late',
  unit: 'ms',
  whenEmpty: 'held',
} as const satisfies DistributionMetric;

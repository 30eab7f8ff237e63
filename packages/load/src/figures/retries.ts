import type { FigureMetric } from './figure-metric.ts';

/** Attempts that were made again after a failure. */
export const retries: FigureMetric = {
  name: 'retries',
  unit: 'requests',
  scopes: 'egress',
  reckon: ({ counts }) => (counts.attempts === 0 ? null : counts.retries),
};

import type { FigureMetric } from './figure-metric.ts';

/** Failed attempts, of every class. */
export const errors: FigureMetric = {
  name: 'errors',
  unit: 'attempts',
  scopes: 'egress',
  reckon: ({ counts, failures }) => (counts.attempts + failures === 0 ? null : failures),
};

import { type FigureMetric, percentOf } from './figure-metric.ts';

/** Failed attempts, of all. What failed before it was sent is an attempt too. */
export const errorPct: FigureMetric = {
  name: 'error_pct',
  unit: '%',
  scopes: 'egress',
  reckon: ({ counts, failures }) => percentOf(failures, Math.max(counts.attempts, failures)),
};

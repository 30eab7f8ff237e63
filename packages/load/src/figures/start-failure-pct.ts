import { type FigureMetric, percentOf } from './figure-metric.ts';

/** Sessions that a failure ended before anything played. */
export const startFailurePct: FigureMetric = {
  name: 'start_failure_pct',
  unit: '%',
  scopes: 'egress',
  reckon: ({ counts }) => percentOf(counts.start_failures, counts.sessions),
};

import { type FigureMetric, percentOf } from './figure-metric.ts';

/** Stalled, of all the time that was watched, start-up included (CTA-2066). The headline. */
export const stalledTimePct: FigureMetric = {
  name: 'stalled_time_pct',
  unit: '%',
  scopes: 'egress',
  reckon: ({ counts }) => percentOf(counts.stalled_ms, counts.watched_ms),
};

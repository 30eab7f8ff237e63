import { type FigureMetric, percentOf } from './figure-metric.ts';

/** Sessions that ended with their proxy. */
export const sessionsLostPct: FigureMetric = {
  name: 'sessions_lost_pct',
  unit: '%',
  scopes: 'egress',
  reckon: ({ counts }) => percentOf(counts.sessions_lost, counts.sessions),
};

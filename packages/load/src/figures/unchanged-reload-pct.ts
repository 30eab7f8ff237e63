import { type FigureMetric, percentOf } from './figure-metric.ts';

/** Reloads that brought nothing new: ordinary, up to about one in two. */
export const unchangedReloadPct: FigureMetric = {
  name: 'unchanged_reload_pct',
  unit: '%',
  scopes: 'egress',
  reckon: ({ counts }) => percentOf(counts.unchanged_reloads, counts.playlists),
};

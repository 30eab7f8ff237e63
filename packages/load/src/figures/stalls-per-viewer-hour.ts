import { type FigureMetric, shareOf } from './figure-metric.ts';

/** Stalls by time watched: comparable between sessions of different length. */
export const stallsPerViewerHour: FigureMetric = {
  name: 'stalls_per_viewer_hour',
  unit: 'stalls/h',
  scopes: 'egress',
  reckon: ({ counts }) => shareOf(counts.stalls, counts.watched_ms / 3_600_000),
};

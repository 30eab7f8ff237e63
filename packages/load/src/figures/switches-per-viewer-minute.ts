import { type FigureMetric, shareOf } from './figure-metric.ts';

/** Changes of rendition in both directions, by time watched. */
export const switchesPerViewerMinute: FigureMetric = {
  name: 'switches_per_viewer_minute',
  unit: 'switches/min',
  scopes: 'egress',
  reckon: ({ counts }) => shareOf(counts.switches_up + counts.switches_down, counts.watched_ms / 60_000),
};

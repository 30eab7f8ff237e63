import type { FigureMetric } from './figure-metric.ts';

/** Time watched: how much all the others rest on. */
export const viewerHours: FigureMetric = {
  name: 'viewer_hours',
  unit: 'h',
  scopes: 'egress',
  reckon: ({ counts }) => (counts.sessions === 0 ? null : counts.watched_ms / 3_600_000),
};

import { type FigureMetric, shareOf } from './figure-metric.ts';

/** Body bits by the length of the run. */
export const goodput: FigureMetric = {
  name: 'goodput',
  unit: 'kbit/s',
  scopes: 'both',
  reckon: ({ counts, windowMs }) =>
    windowMs === null ? null : shareOf((counts.media_bytes + counts.playlist_bytes) * 8, windowMs),
};

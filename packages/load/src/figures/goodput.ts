import { type FigureMetric, shareOf } from './figure-metric.ts';

/** Body bits by the length of the run. */
export const goodput: FigureMetric = {
  name: 'goodput',
  unit: 'kbit/s',
  scopes: 'both',
  reckon: ({ counts, windowMs }) => {
    const bytes = counts.media_bytes + counts.playlist_bytes;
    if (windowMs === null || (bytes === 0 && counts.attempts === 0)) return null;
    return shareOf(bytes * 8, windowMs);
  },
};

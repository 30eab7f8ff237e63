import type { FigureMetric } from './figure-metric.ts';

/** The same, more than 3. */
export const veryStalePlaylist: FigureMetric = {
  name: 'very_stale_playlist',
  unit: 'occurrences',
  scopes: 'egress',
  reckon: ({ counts }) => (counts.playlists === 0 ? null : counts.very_stale_playlists),
};

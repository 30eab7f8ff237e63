import type { FigureMetric } from './figure-metric.ts';

/** Times that a playlist stayed unchanged for more than 1.5 target durations (RFC 8216 6.2.2). */
export const stalePlaylist: FigureMetric = {
  name: 'stale_playlist',
  unit: 'occurrences',
  scopes: 'egress',
  reckon: ({ counts }) => (counts.playlists === 0 ? null : counts.stale_playlists),
};

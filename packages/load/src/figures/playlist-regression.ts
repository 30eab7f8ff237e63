import type { FigureMetric } from './figure-metric.ts';

/** A playlist took back what it had said: numbers, resources or discontinuities (RFC 8216 6.2.2). */
export const playlistRegression: FigureMetric = {
  name: 'playlist_regression',
  unit: 'occurrences',
  scopes: 'egress',
  reckon: ({ counts }) =>
    counts.playlists === 0
      ? null
      : counts.playlist_sequence_regressions + counts.playlist_content_changes + counts.playlist_discontinuity_faults,
};

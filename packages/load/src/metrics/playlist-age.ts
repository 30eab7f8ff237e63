import type { DistributionMetric } from './distribution-metric.ts';

/** The `Age` header of playlists: how long a cache kept them. */
export const playlistAge = {
  name: 'playlist_age',
  unit: 'ms',
  whenEmpty: 'held',
} as const satisfies DistributionMetric;

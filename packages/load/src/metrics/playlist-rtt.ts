import type { DistributionMetric } from './distribution-metric.ts';

/** A reload: request handed to the socket, to last byte. A blocking reload is none: it waits on purpose. */
export const playlistRtt = {
  name: 'playlist_rtt',
  unit: 'ms',
  whenEmpty: 'unknown',
} as const satisfies DistributionMetric;

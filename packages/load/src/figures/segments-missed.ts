import type { FigureMetric } from './figure-metric.ts';

/** The playlist's window slid past them before they could be asked for. */
export const segmentsMissed: FigureMetric = {
  name: 'segments_missed',
  unit: 'segments',
  scopes: 'egress',
  reckon: ({ counts }) => (counts.playlists === 0 ? null : counts.segments_missed),
};

import { type FigureMetric, percentOf } from './figure-metric.ts';

/** Segments whose last byte came after the playhead needed it. */
export const segmentsLatePct: FigureMetric = {
  name: 'segments_late_pct',
  unit: '%',
  scopes: 'both',
  reckon: ({ counts }) => percentOf(counts.segments_late, counts.segments),
};

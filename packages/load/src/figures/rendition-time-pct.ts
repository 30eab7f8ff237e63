import { type FigureMetric, percentOf } from './figure-metric.ts';

/** Of the media time that was loaded, what each rendition had. */
export const renditionTimePct: FigureMetric = {
  name: 'rendition_time_pct',
  unit: '%',
  scopes: 'rendition',
  reckon: ({ counts, total }) => percentOf(counts.media_ms, total.media_ms),
};

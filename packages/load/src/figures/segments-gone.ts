import type { FigureMetric } from './figure-metric.ts';

/** Listed, and answered with 404 or 410. */
export const segmentsGone: FigureMetric = {
  name: 'segments_gone',
  unit: 'segments',
  scopes: 'both',
  reckon: ({ counts }) => (counts.segments + counts.segments_gone === 0 ? null : counts.segments_gone),
};

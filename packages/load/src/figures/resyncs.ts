import type { FigureMetric } from './figure-metric.ts';

/** Forced jumps to the live edge. */
export const resyncs: FigureMetric = {
  name: 'resyncs',
  unit: 'jumps',
  scopes: 'egress',
  reckon: ({ counts }) => (counts.sessions === 0 ? null : counts.resyncs),
};

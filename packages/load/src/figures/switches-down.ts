import type { FigureMetric } from './figure-metric.ts';

/** A segment of a lower rendition than the one before it entered the buffer. */
export const switchesDown: FigureMetric = {
  name: 'switches_down',
  unit: 'switches',
  scopes: 'egress',
  reckon: ({ counts }) => (counts.sessions === 0 ? null : counts.switches_down),
};

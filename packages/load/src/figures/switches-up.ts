import type { FigureMetric } from './figure-metric.ts';

/** A segment of a higher rendition than the one before it entered the buffer. */
export const switchesUp: FigureMetric = {
  name: 'switches_up',
  unit: 'switches',
  scopes: 'egress',
  reckon: ({ counts }) => (counts.sessions === 0 ? null : counts.switches_up),
};

import type { FigureMetric } from './figure-metric.ts';

/** The playhead reached the end of the buffer after it had started (CTA-2066 playbackStallCount). */
export const stallCount: FigureMetric = {
  name: 'stall_count',
  unit: 'stalls',
  scopes: 'egress',
  reckon: ({ counts }) => (counts.sessions === 0 ? null : counts.stalls),
};

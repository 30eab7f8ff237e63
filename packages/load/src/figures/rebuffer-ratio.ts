import { type FigureMetric, shareOf } from './figure-metric.ts';

/** Stalled, of stalled and played: the second form, without start-up. The two are told side by side, by name. */
export const rebufferRatio: FigureMetric = {
  name: 'rebuffer_ratio',
  unit: 'ratio',
  scopes: 'egress',
  reckon: ({ counts }) => shareOf(counts.stalled_ms, counts.stalled_ms + counts.played_ms),
};

import { type FigureMetric, percentOf } from './figure-metric.ts';

/** Sessions that a failure ended, at any point (CTA-2066 Playback Failure Percentage). */
export const playbackFailurePct: FigureMetric = {
  name: 'playback_failure_pct',
  unit: '%',
  scopes: 'egress',
  reckon: ({ counts }) => percentOf(counts.start_failures + counts.midstream_failures, counts.sessions),
};

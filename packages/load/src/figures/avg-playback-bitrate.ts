import { type FigureMetric, shareOf } from './figure-metric.ts';

/** Declared bandwidth, weighted by media time (CTA-2066). Bits a millisecond are kbit/s. */
export const avgPlaybackBitrate: FigureMetric = {
  name: 'avg_playback_bitrate',
  unit: 'kbit/s',
  scopes: 'egress',
  reckon: ({ counts }) => shareOf(counts.declared_bits, counts.media_ms),
};

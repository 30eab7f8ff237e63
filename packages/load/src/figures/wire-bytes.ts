import type { FigureMetric } from './figure-metric.ts';

/** On the sockets, both ways: heads, TLS records and proxy handshakes included, TCP and IP heads not. */
export const wireBytes: FigureMetric = {
  name: 'wire_bytes',
  unit: 'bytes',
  scopes: 'egress',
  reckon: ({ counts }) => (counts.attempts === 0 ? null : counts.wire_read_bytes + counts.wire_written_bytes),
};

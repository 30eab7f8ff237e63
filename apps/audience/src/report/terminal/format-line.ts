import type { AudienceSample } from '@dropwise/contract/audience';
import { formatBitRate, formatClock, formatCount, formatMs, formatPercent, noValue } from '../format-quantity.ts';

/** A second on one line, for a log, a pipe, or a terminal that cannot be redrawn. */
export function formatLine(sample: AudienceSample): string {
  const { viewers, tool } = sample;
  const there = viewers.joining + viewers.playing + viewers.stalled;
  const parts = [
    `${formatCount(there)} ${there === 1 ? 'viewer' : 'viewers'} of ${formatCount(viewers.planned)} in all`,
    ...(viewers.stalled > 0 ? [`${formatCount(viewers.stalled)} stalled`] : []),
    ...(viewers.failed > 0 ? [`${formatCount(viewers.failed)} failed`] : []),
    ...(viewers.lost > 0 ? [`${formatCount(viewers.lost)} lost with a proxy`] : []),
    `${formatCount(sample.stalls)} stalls in all`,
    `first byte p95 ${sample.ttfbDueP95Ms === null ? noValue : formatMs(sample.ttfbDueP95Ms)} from due`,
    formatBitRate(sample.goodputBitsPerSecond),
    `${formatCount(sample.failures)} failed attempts`,
    `CPU ${formatPercent(tool.cpuPercent)}`,
  ];
  return `${formatClock(sample.atMs)}  ${parts.join(', ')}`;
}

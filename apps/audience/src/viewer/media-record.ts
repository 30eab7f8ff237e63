import type { DueLine, Series } from '@dropwise/load';
import type { ExchangeTimes } from '../wire/transport.ts';

/** What one segment or part says of the origin and the line. @param due null = not in steady state: nothing is due yet. */
export function recordMedia(
  series: Series,
  times: ExchangeTimes,
  what: 'segments' | 'parts',
  due: DueLine | null,
): void {
  const { sentMs, firstByteMs, lastByteMs, bodyBytes } = times;
  series.count(what);
  series.count('media_bytes', bodyBytes);
  series.record('ttfb_sent', firstByteMs - sentMs);
  if (due !== null) series.record('ttfb_due', due.ttfbDueMs(sentMs, firstByteMs));
  const wholeMs = lastByteMs - sentMs;
  if (wholeMs > 0) series.record('segment_throughput', (bodyBytes * 8) / wholeMs);
  const transferMs = lastByteMs - firstByteMs;
  if (transferMs > 0) series.record('transfer_rate', (bodyBytes * 8) / transferMs);
  if (times.connectMs > 0) series.record('connect_time', times.connectMs);
}

export function recordMap(series: Series, times: ExchangeTimes): void {
  series.count('maps');
  series.count('media_bytes', times.bodyBytes);
  if (times.connectMs > 0) series.record('connect_time', times.connectMs);
}

export function recordKey(series: Series, times: ExchangeTimes): void {
  series.count('keys');
  series.record('key_time', times.lastByteMs - times.sentMs);
  if (times.connectMs > 0) series.record('connect_time', times.connectMs);
}

import type { AudienceSample, EgressSample } from '@dropwise/contract/audience';
import { egressStateWords, worstProxy } from '../egress-words.ts';
import {
  formatBitRate,
  formatBytes,
  formatClock,
  formatCount,
  formatMs,
  formatPercent,
  noValue,
} from '../format-quantity.ts';
import { printable } from '../printable.ts';

export interface LiveContext {
  /** Of the whole run; null = until it is stopped. */
  readonly durationMs: number | null;
  readonly columns: number;
}

const separator = ' · ';

/** The block that a terminal shows and redraws, one line a subject. */
export function formatLive(sample: AudienceSample, { durationMs, columns }: LiveContext): readonly string[] {
  const lines: readonly (readonly [label: string, parts: readonly string[]])[] = [
    ['Time', [formatClock(sample.atMs), ...progressOf(sample.atMs, durationMs)]],
    ['Viewers', viewersOf(sample)],
    ['Stalls', [formatCount(sample.stalls), stalledShareOf(sample)]],
    ['Answers', answersOf(sample)],
    ['Traffic', [`${formatBitRate(sample.goodputBitsPerSecond)} of media`, `${formatBytes(sample.readBytes)} read`]],
    ['Faults', faultsOf(sample)],
    ['Tool', toolOf(sample)],
    ...proxyLine(worstProxy(sample.egress)),
  ];
  return lines.map(([label, parts]) => fitLine(label, parts, Math.max(20, columns - 1)));
}

/** Whole parts, as many as there is room for: half a number is a wrong one. */
function fitLine(label: string, parts: readonly string[], room: number): string {
  const [first = '', ...rest] = parts;
  let line = `${label.padEnd(9)}${first}`.slice(0, room);
  for (const part of rest) {
    if (line.length + separator.length + part.length > room) break;
    line += `${separator}${part}`;
  }
  return line;
}

function progressOf(atMs: number, durationMs: number | null): readonly string[] {
  if (durationMs === null || durationMs <= 0) return [];
  const share = Math.min(1, Math.max(0, atMs / durationMs));
  const width = 24;
  const done = Math.round(share * width);
  return [`${'━'.repeat(done)}${'┄'.repeat(width - done)}`, `of ${formatClock(durationMs)}`];
}

function viewersOf({ viewers }: AudienceSample): readonly string[] {
  const there = viewers.joining + viewers.playing + viewers.stalled;
  return [
    `${formatCount(there)} of ${formatCount(viewers.planned)} in all`,
    `${formatCount(viewers.playing)} playing`,
    ...some(viewers.stalled, 'stalled'),
    ...some(viewers.joining, 'joining'),
    ...some(viewers.ended, 'left'),
    ...some(viewers.failed, 'failed'),
    ...some(viewers.lost, 'lost with a proxy'),
  ];
}

function some(count: number, word: string): readonly string[] {
  return count === 0 ? [] : [`${formatCount(count)} ${word}`];
}

function stalledShareOf({ stalledMs, watchedMs }: AudienceSample): string {
  return watchedMs === 0 ? 'nothing watched yet' : `${formatPercent((stalledMs / watchedMs) * 100)} of the time`;
}

function answersOf(sample: AudienceSample): readonly string[] {
  return [
    `p95 ${orNone(sample.ttfbDueP95Ms)} from due`,
    `${orNone(sample.ttfbSentP95Ms)} from sent`,
    ...(sample.startupP50Ms === null ? [] : [`start-up ${formatMs(sample.startupP50Ms)}`]),
    ...(sample.latencyP50Ms === null ? [] : [`${formatMs(sample.latencyP50Ms)} behind live`]),
  ];
}

function faultsOf({ failures, stalePlaylists }: AudienceSample): readonly string[] {
  return [`${formatCount(failures)} failed attempts`, `${formatCount(stalePlaylists)} stale playlists`];
}

function toolOf({ tool }: AudienceSample): readonly string[] {
  return [
    `CPU ${formatPercent(tool.cpuPercent)} of a core`,
    formatBytes(tool.rssBytes),
    `lag p99 ${orNone(tool.lagP99Ms)}`,
    `loop ${formatPercent(tool.loopUtilization * 100)} busy`,
    `${formatCount(tool.shards)} ${tool.shards === 1 ? 'shard' : 'shards'}`,
  ];
}

function proxyLine(proxy: EgressSample | null): readonly (readonly [string, readonly string[]])[] {
  if (proxy === null) return [];
  const { name, state, ttfbDueP95Ms, stalls, failures, readBytes } = proxy;
  const parts = [
    printable(name),
    egressStateWords(state),
    `p95 ${orNone(ttfbDueP95Ms)} from due`,
    `${formatCount(stalls)} stalls`,
    `${formatCount(failures)} failures`,
    `${formatBytes(readBytes)} read`,
  ];
  return [['Worst', parts]];
}

function orNone(ms: number | null): string {
  return ms === null ? noValue : formatMs(ms);
}

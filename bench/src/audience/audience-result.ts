import type { WireComparison } from './measure-wire.ts';
import type { ViewerFigures } from './viewer-figures.ts';

/** The line that `--json` prints. */
export interface AudienceResult {
  readonly viewers: number;
  readonly cores: number;
  readonly toolLagP99Ms: number | null;
  readonly cpuPercent: number;
  readonly rssPerViewerKb: number;
  readonly segmentsPerSecond: number;
  /** Of live viewers, all that is measured of them included. */
  readonly cpuPerRequestUs: number;
  /** wrk, as fast as it goes, on the same origin and core. */
  readonly wrkCpuPerRequestUs: number;
  readonly ofWrk: number;
}

export function resultOf(live: ViewerFigures, wire: WireComparison): AudienceResult {
  return {
    viewers: live.viewers,
    cores: 1,
    toolLagP99Ms: live.toolLagP99Ms === null ? null : rounded(live.toolLagP99Ms),
    cpuPercent: rounded(live.cpuPercent),
    rssPerViewerKb: rounded(live.rssPerViewerKb),
    segmentsPerSecond: rounded(live.segmentsPerSecond),
    cpuPerRequestUs: rounded(live.cpuPerRequestUs),
    wrkCpuPerRequestUs: rounded(wire.wrkCpuPerRequestUs),
    ofWrk: rounded(live.cpuPerRequestUs / wire.wrkCpuPerRequestUs),
  };
}

const goals = { cpuPercent: 40, rssPerViewerKb: 20, toolLagP99Ms: 5, ofWrk: 1 } as const;

export function formatResult(live: ViewerFigures, wire: WireComparison): string {
  const result = resultOf(live, wire);
  const rows: readonly (readonly [what: string, found: string, goal: string])[] = [
    ['viewers', `${result.viewers}`, ''],
    ['CPU of one core', `${result.cpuPercent} %`, `at most ${goals.cpuPercent} %`],
    ['memory a viewer', `${result.rssPerViewerKb} kB`, `at most ${goals.rssPerViewerKb} kB`],
    ['tool lag p99', `${result.toolLagP99Ms ?? 'none'} ms`, `under ${goals.toolLagP99Ms} ms`],
    ['segments a second', `${result.segmentsPerSecond}`, ''],
    ['CPU a request, live', `${result.cpuPerRequestUs} µs`, ''],
    ['CPU a request, wrk', `${result.wrkCpuPerRequestUs} µs`, ''],
    ['live beside wrk', `${result.ofWrk}`, `at most ${goals.ofWrk}`],
    // As fast as it goes, the way wrk was measured.
    ['CPU a request, our transport alone', `${rounded(wire.cpuPerRequestUs)} µs`, ''],
    ['TTFB as sent, p99', `${live.ttfbSentP99Ms ?? 'none'} ms`, ''],
    ['TTFB as due, p99', `${live.ttfbDueP99Ms ?? 'none'} ms`, ''],
    ['stalls, failed attempts', `${live.stalls}, ${live.failures}`, 'none'],
    ['playlists parsed', `${live.parses}`, ''],
  ];
  return rows.map(([what, found, goal]) => `${what.padEnd(36)}${found.padEnd(14)}${goal}\n`).join('');
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

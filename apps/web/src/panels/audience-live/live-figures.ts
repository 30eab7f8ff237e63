import type { AudienceSample } from '@dropwise/contract/audience';

/** What stands large: of everybody, now, or since the run began. */
export interface LiveFigures {
  readonly watching: number;
  readonly planned: number;
  /** Of all watched since the run began, 0 to 100; null = nobody has watched yet. */
  readonly stalledPercent: number | null;
  readonly stalledNow: number;
  readonly dueMs: number | null;
  readonly latencyMs: number | null;
  readonly failures: number;
  readonly bitsPerSecond: number;
  readonly lagMs: number | null;
  readonly cpuPercent: number;
  readonly rssBytes: number;
}

export function figuresOf(sample: AudienceSample): LiveFigures {
  const { viewers, tool } = sample;
  return {
    watching: viewers.joining + viewers.playing + viewers.stalled,
    planned: viewers.planned,
    stalledPercent: sample.watchedMs > 0 ? (sample.stalledMs / sample.watchedMs) * 100 : null,
    stalledNow: viewers.stalled,
    dueMs: sample.ttfbDueP95Ms,
    latencyMs: sample.latencyP50Ms,
    failures: sample.failures,
    bitsPerSecond: sample.goodputBitsPerSecond,
    lagMs: tool.lagP99Ms,
    cpuPercent: tool.cpuPercent,
    rssBytes: tool.rssBytes,
  };
}

/** The lab's own rule, second by second: above one of these the figures are the tool's own. */
const mostLagMs = 5;
const mostLoopUtilization = 0.8;
/** A single slow second is none of its own. */
const recentSeconds = 5;

export interface Saturation {
  readonly lagMs: number | null;
  readonly loopUtilization: number;
}

/** Null = the tool keeps up. It does not when most of the last seconds say so. */
export function saturationOf(samples: readonly AudienceSample[]): Saturation | null {
  const recent = samples.slice(-recentSeconds);
  const busy = recent.filter(
    ({ tool }) => (tool.lagP99Ms ?? 0) > mostLagMs || tool.loopUtilization > mostLoopUtilization,
  );
  if (busy.length * 2 <= recent.length || busy.length < 2) return null;
  return {
    lagMs: busy.reduce<number | null>(
      (most, { tool }) => (tool.lagP99Ms === null ? most : Math.max(most ?? 0, tool.lagP99Ms)),
      null,
    ),
    loopUtilization: Math.max(...busy.map(({ tool }) => tool.loopUtilization)),
  };
}

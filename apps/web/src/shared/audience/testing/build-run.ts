import type { AudienceReport, AudienceSample } from '@dropwise/contract/audience';

/** A second of a run of ten viewers, everything well. */
export function buildSample(atMs: number, changes: Partial<AudienceSample> = {}): AudienceSample {
  return {
    atMs,
    viewers: { planned: 10, joining: 0, playing: 10, stalled: 0, ended: 0, failed: 0, lost: 0 },
    stalls: 0,
    stalledMs: 0,
    watchedMs: 10 * atMs,
    segments: atMs / 200,
    playlists: atMs / 200,
    failures: 0,
    readBytes: 1_000 * atMs,
    writtenBytes: 10 * atMs,
    mediaBytes: 990 * atMs,
    goodputBitsPerSecond: 8_000_000,
    ttfbDueP95Ms: 4.2,
    ttfbSentP95Ms: 3.1,
    startupP50Ms: null,
    latencyP50Ms: 6_100,
    stalePlaylists: 0,
    tool: {
      lagP99Ms: 0.4,
      loopUtilization: 0.12,
      cpuPercent: 11,
      rssBytes: 110_000_000,
      machineCpuPercent: 30,
      freeMemoryBytes: 8e9,
      shards: 1,
    },
    egress: [],
    ...changes,
  };
}

export function buildReport(changes: Partial<AudienceReport> = {}): AudienceReport {
  return {
    format: 'dropwise-audience-report',
    version: 1,
    runId: 'run-00000001',
    tool: 'dropwise 0.1.0',
    startedAt: '2026-03-02T12:00:00.000Z',
    endedAt: '2026-03-02T12:10:00.000Z',
    target: 'http://127.0.0.1/live.m3u8',
    settings: { viewers: 10, seed: 1 },
    verdict: 'Held 10 viewers.',
    outcome: 'passed',
    endedEarly: null,
    generator: {
      saturated: false,
      reasons: [],
      toolLagP99Ms: 0.4,
      loopUtilization: 0.12,
      cpuPercent: 11,
      rssBytes: 110_000_000,
      shards: 1,
      invalidWindows: 0,
    },
    consent: [],
    figures: [],
    histograms: [],
    failures: [],
    egress: [],
    renditions: [],
    thresholds: [],
    timeline: [],
    notes: [],
    ...changes,
  };
}

const everybody = { egress: null, rendition: null } as const;

export function buildFigure(
  metric: string,
  value: number | null,
  series: AudienceReport['figures'][number]['series'] = everybody,
): AudienceReport['figures'][number] {
  return { metric, series, unit: '%', value };
}

export function buildHistogram(
  metric: string,
  value: number,
  changes: Partial<AudienceReport['histograms'][number]> = {},
): AudienceReport['histograms'][number] {
  return {
    metric,
    series: everybody,
    unit: 'ms',
    count: 100,
    min: value,
    mean: value,
    p50: value,
    p95: value,
    p99: value,
    p999: value,
    max: value,
    encoded: '',
    ...changes,
  };
}

import type { AudienceReport, AudienceSample } from '@dropwise/contract/audience';

/** A second in which twenty watch and all is well. */
export function buildSample(atMs: number, changes: Partial<AudienceSample> = {}): AudienceSample {
  return {
    atMs,
    viewers: { planned: 20, joining: 0, playing: 20, stalled: 0, ended: 0, failed: 0, lost: 0 },
    stalls: 0,
    stalledMs: 0,
    watchedMs: 20 * atMs,
    segments: 10,
    playlists: 10,
    failures: 0,
    readBytes: 1_000,
    writtenBytes: 100,
    mediaBytes: 900,
    goodputBitsPerSecond: 7_200,
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
      machineCpuPercent: null,
      freeMemoryBytes: null,
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
    runId: 'scripted-run-1',
    tool: 'dropwise-audience/0.1.0',
    startedAt: '2026-11-28T18:00:00.000Z',
    endedAt: '2026-11-28T18:10:00.000Z',
    target: 'http://127.0.0.1/live/index.m3u8',
    settings: {},
    verdict: 'Held 20 viewers.',
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
    timeline: [buildSample(1_000)],
    notes: [],
    ...changes,
  };
}

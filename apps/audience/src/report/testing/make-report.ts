import type { AudienceReport, AudienceSample, EgressSample } from '@dropwise/contract/audience';
import { Recorder } from '@dropwise/load';
import { buildReport } from '../build-report.ts';
import type { ReportFacts } from '../report-facts.ts';
import { runSettings } from './run-settings.ts';

const startedAtMs = Date.parse('2026-11-28T18:00:00Z');

export interface RunStory {
  /** Segments of a viewer that came late, in ms after their due instant. */
  readonly lateMs?: number;
  /** More than that the origin took to answer those, once asked. */
  readonly slowMs?: number;
  readonly stalledMs?: number;
  readonly startFailures?: number;
  readonly toolLagMs?: number;
  readonly seconds?: number;
}

/** A second of a run of 200 viewers, everything well. */
export function sampleAt(atMs: number, changes: Partial<AudienceSample> = {}): AudienceSample {
  const seconds = atMs / 1_000;
  return {
    atMs,
    viewers: { planned: 200, joining: 0, playing: 200, stalled: 0, ended: 0, failed: 0, lost: 0 },
    stalls: 0,
    stalledMs: 0,
    watchedMs: 200 * atMs,
    segments: 100 * seconds,
    playlists: 100 * seconds,
    failures: 0,
    mediaBytes: 11_600_000 * seconds,
    readBytes: 11_700_000 * seconds,
    writtenBytes: 40_000 * seconds,
    goodputBitsPerSecond: 93_600_000,
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
    egress: [waySample('direct', 20, 4), waySample('oslo', 90, 41), waySample('rome', 90, 88)],
    ...changes,
  };
}

export function waySample(name: string, viewers: number, ttfbDueP95Ms: number): EgressSample {
  return {
    name,
    state: 'closed',
    viewers,
    readBytes: viewers * 1e6,
    writtenBytes: viewers * 1e4,
    bitsPerSecond: viewers * 4e5,
    failures: 0,
    stalls: 0,
    ttfbDueP95Ms,
    segments: viewers * 10,
  };
}

export function makeFacts(story: RunStory = {}, changes: Partial<ReportFacts> = {}): ReportFacts {
  const seconds = story.seconds ?? 600;
  const { egress } = sampleAt(0);
  return {
    runId: 'run-1',
    version: '0.1.0',
    startedAtMs,
    endedAtMs: startedAtMs + seconds * 1_000,
    settings: runSettings,
    snapshot: record(story, seconds).snapshot(seconds * 1_000),
    timeline: Array.from({ length: seconds }, (_, index) => sampleAt((index + 1) * 1_000)),
    thresholds: [],
    generator: {
      loopUtilization: 0.12,
      cpuPercent: 11,
      rssBytes: 110_000_000,
      shards: 1,
      invalidWindows: 0,
      collectionPercent: 0.3,
      retransmits: 0,
    },
    consent: [],
    egress: egress.map(({ name, state, viewers, readBytes, writtenBytes }) => ({
      name,
      state,
      viewers,
      readBytes,
      writtenBytes,
      note: null,
    })),
    renditions: [
      { name: '720p', bandwidth: 2_800_000 },
      { name: '360p', bandwidth: 800_000 },
    ],
    endedEarly: null,
    notes: [],
    ...changes,
  };
}

export function makeReport(story: RunStory = {}, changes: Partial<ReportFacts> = {}): AudienceReport {
  return buildReport(makeFacts(story, changes));
}

function record(story: RunStory, seconds: number): Recorder {
  const recorder = new Recorder();
  for (const { name, viewers } of sampleAt(0).egress) {
    const sessions = recorder.series(name, '');
    sessions.count('sessions', viewers);
    sessions.count('sessions_started', viewers);
    sessions.count('watched_ms', viewers * seconds * 1_000);
    sessions.count('played_ms', viewers * seconds * 990);
    sessions.count('playlists', viewers * 10);
    sessions.count('wire_read_bytes', viewers * 1e6);
    sessions.count('attempts', viewers * 10);
    for (let viewer = 0; viewer < viewers; viewer += 1) sessions.record('startup_time', 300 + viewer);
    if (name === 'direct') tell(recorder, story);
    const played = recorder.series(name, '720p');
    played.count('media_ms', viewers * seconds * 1_000);
    played.count('declared_bits', viewers * seconds * 2_800_000);
    played.count('media_bytes', viewers * seconds * 350_000);
    played.count('segments', viewers * seconds);
    for (let segment = 0; segment < 1_000; segment += 1) {
      const isLate = segment >= 980;
      const sentMs = 1 + (segment % 100) / 20 + (isLate ? (story.slowMs ?? 0) : 0);
      played.record('ttfb_sent', sentMs);
      played.record('ttfb_due', isLate ? sentMs + (story.lateMs ?? 0) : sentMs);
    }
  }
  return recorder;
}

function tell(recorder: Recorder, { stalledMs = 0, startFailures = 0, toolLagMs = 0.4 }: RunStory): void {
  const series = recorder.series('direct', '');
  for (let request = 0; request < 100; request++) series.record('tool_lag', toolLagMs);
  series.record('live_latency_pdt', 6_100);
  if (stalledMs > 0) {
    series.count('stalls');
    series.count('stalled_ms', stalledMs);
    series.record('stall_duration', stalledMs);
  }
  if (startFailures > 0) {
    series.count('start_failures', startFailures);
    for (let failure = 0; failure < startFailures; failure += 1) recorder.failure('connect_timeout', 'direct');
  }
}

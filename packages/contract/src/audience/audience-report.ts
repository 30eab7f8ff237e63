import * as v from 'valibot';
import { audienceSample } from './audience-sample.ts';

/** Whose values they are: all, or one proxy, rendition, or both. */
const series = v.object({ egress: v.nullable(v.string()), rendition: v.nullable(v.string()) });

export const reportedHistogram = v.object({
  /** `ttfb_due`, `startup_time`, … : the study's names. */
  metric: v.string(),
  series,
  unit: v.picklist(['ms', 'kbit/s', 's']),
  count: v.number(),
  min: v.nullable(v.number()),
  mean: v.nullable(v.number()),
  p50: v.nullable(v.number()),
  p95: v.nullable(v.number()),
  p99: v.nullable(v.number()),
  p999: v.nullable(v.number()),
  max: v.nullable(v.number()),
  /** HdrHistogram V2, compressed, base64: reports merge without loss. */
  encoded: v.string(),
});
export type ReportedHistogram = v.InferOutput<typeof reportedHistogram>;

export const reportedFigure = v.object({
  metric: v.string(),
  series,
  unit: v.string(),
  /** Null = nothing to reckon it from: never 0 instead. */
  value: v.nullable(v.number()),
});
export type ReportedFigure = v.InferOutput<typeof reportedFigure>;

export const consentRecord = v.object({
  authority: v.string(),
  addresses: v.array(v.string()),
  by: v.picklist(['loopback', 'file', 'dns']),
  fingerprint: v.nullable(v.string()),
  /** SHA-256 of the file or record as it was read, hex. */
  sha256: v.nullable(v.string()),
  firstCheckedAt: v.string(),
  lastCheckedAt: v.string(),
  checks: v.number(),
  maxViewers: v.nullable(v.number()),
  maxMbps: v.nullable(v.number()),
  paths: v.array(v.string()),
  notAfter: v.nullable(v.string()),
});
export type ConsentRecord = v.InferOutput<typeof consentRecord>;

export const thresholdResult = v.object({
  /** As given: `stalled_time_pct>0.5`. */
  expression: v.string(),
  value: v.nullable(v.number()),
  failed: v.boolean(),
});

/** What a run ends with, and what is kept of it. */
export const audienceReport = v.object({
  format: v.literal('dropwise-audience-report'),
  version: v.literal(1),
  runId: v.string(),
  tool: v.string(),
  /** ISO 8601. */
  startedAt: v.string(),
  endedAt: v.string(),
  target: v.string(),
  /** The configuration it ran with, credentials masked. */
  settings: v.record(v.string(), v.unknown()),
  /** First line of every form of the report. */
  verdict: v.string(),
  outcome: v.picklist(['passed', 'failed', 'saturated', 'partial', 'refused']),
  /** Why it ended before its plan; null = it did not. */
  endedEarly: v.nullable(v.string()),
  generator: v.object({
    saturated: v.boolean(),
    reasons: v.array(v.string()),
    toolLagP99Ms: v.nullable(v.number()),
    loopUtilization: v.nullable(v.number()),
    cpuPercent: v.number(),
    rssBytes: v.number(),
    shards: v.number(),
    invalidWindows: v.number(),
    /** Absent in reports of earlier versions. */
    collectionPercent: v.exactOptional(v.nullable(v.number())),
    retransmits: v.exactOptional(v.nullable(v.number())),
  }),
  consent: v.array(consentRecord),
  figures: v.array(reportedFigure),
  histograms: v.array(reportedHistogram),
  failures: v.array(v.object({ class: v.string(), egress: v.string(), count: v.number() })),
  egress: v.array(
    v.object({
      name: v.string(),
      state: v.string(),
      viewers: v.number(),
      readBytes: v.number(),
      writtenBytes: v.number(),
      note: v.nullable(v.string()),
    }),
  ),
  renditions: v.array(v.object({ name: v.string(), bandwidth: v.nullable(v.number()), mediaSeconds: v.number() })),
  thresholds: v.array(thresholdResult),
  timeline: v.array(audienceSample),
  /** What a reader must know to not be misled. */
  notes: v.array(v.string()),
});
export type AudienceReport = v.InferOutput<typeof audienceReport>;

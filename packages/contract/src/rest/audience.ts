import * as v from 'valibot';
import { audienceConfiguration } from '../audience/audience-configuration.ts';
import { audienceReport } from '../audience/audience-report.ts';
import { audienceSample } from '../audience/audience-sample.ts';

export const audienceRunId = v.pipe(v.string(), v.regex(/^[0-9a-z-]{8,64}$/, 'expected the id of a run in the list'));

/** A run that is over, without its series. */
export const audienceRunSummary = v.object({
  runId: v.string(),
  /** Epoch ms. */
  startedAt: v.number(),
  endedAt: v.number(),
  target: v.string(),
  /** Most that were there at once. */
  viewers: v.number(),
  outcome: audienceReport.entries.outcome,
  verdict: v.string(),
});
export type AudienceRunSummary = v.InferOutput<typeof audienceRunSummary>;

/** The one run that the console has started and that is not over. */
export const audienceCurrent = v.object({
  /** Null until the tool has named it. */
  runId: v.nullable(v.string()),
  state: v.picklist(['checking', 'running', 'stopping']),
  target: v.string(),
  viewers: v.number(),
  startedAt: v.nullable(v.number()),
  durationMs: v.nullable(v.number()),
  /** What it said last that a person should know; null = nothing. */
  problem: v.nullable(v.string()),
  failIf: v.array(v.string()),
  /** Ten minutes by the second, more at a coarser grain. Of more than 20 ways, only the last tells of each. */
  samples: v.array(audienceSample),
});
export type AudienceCurrent = v.InferOutput<typeof audienceCurrent>;

/** What became of the run that was started here last. */
export const audienceEnding = v.object({
  /** Null where the tool had not named it. */
  runId: v.nullable(v.string()),
  /** As a report has it, or `died`: there is no report. */
  outcome: v.picklist([...audienceReport.entries.outcome.options, 'died']),
  /** The verdict, or why there is none. */
  sentence: v.string(),
});
export type AudienceEnding = v.InferOutput<typeof audienceEnding>;

/** Live, outside the sequence of the miner: what is new since the event before. Null current = it is over. */
export const audienceLive = v.object({
  current: v.nullable(v.omit(audienceCurrent, ['samples'])),
  sample: v.nullable(audienceSample),
  /** Of a run that has ended just now, or was refused. */
  ended: v.nullable(audienceEnding),
});
export type AudienceLive = v.InferOutput<typeof audienceLive>;
export { audienceLiveEvent } from '../live/audience-live-event.ts';

export const audienceAnswer = v.object({
  current: v.nullable(audienceCurrent),
  /** Of a run that was started here since the console began; null = none. */
  ended: v.nullable(audienceEnding),
  /** Newest first. */
  runs: v.array(audienceRunSummary),
  /** Of what lies among the runs and cannot be read: a sentence each. */
  problems: v.array(v.string()),
  /** Of the operator's key; null = not made yet. */
  fingerprint: v.nullable(v.string()),
});
export type AudienceAnswer = v.InferOutput<typeof audienceAnswer>;

export const startAudienceBody = audienceConfiguration;
export const changeAudienceBody = v.strictObject({
  viewers: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  failIf: v.exactOptional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(50))),
});
export type ChangeAudience = v.InferOutput<typeof changeAudienceBody>;

/** What the operator puts at his origin. */
export const consentFileBody = v.strictObject({
  maxViewers: v.pipe(v.number(), v.integer(), v.minValue(1)),
  maxMbps: v.pipe(v.number(), v.minValue(0.001)),
  paths: v.pipe(v.array(v.pipe(v.string(), v.maxLength(500))), v.minLength(1), v.maxLength(32)),
  notAfter: v.pipe(v.string(), v.maxLength(40)),
});
export type ConsentFileTerms = v.InferOutput<typeof consentFileBody>;
export const audienceKeyAnswer = v.object({ fingerprint: v.string() });
export const consentFileAnswer = v.object({ text: v.string(), path: v.string(), fingerprint: v.string() });
export type ConsentFileAnswer = v.InferOutput<typeof consentFileAnswer>;

import * as v from 'valibot';
import { audienceReport } from './audience-report.ts';
import { audienceSample } from './audience-sample.ts';

/** A line of `dropwise audience --json-events`: what the console hears of a run it started. */
export const audienceEvent = v.variant('kind', [
  v.object({ kind: v.literal('checking'), runId: v.string(), sentence: v.string() }),
  v.object({
    kind: v.literal('started'),
    runId: v.string(),
    startedAt: v.string(),
    target: v.string(),
    viewers: v.number(),
    durationMs: v.nullable(v.number()),
  }),
  v.object({ kind: v.literal('sample'), runId: v.string(), sample: audienceSample }),
  v.object({ kind: v.literal('problem'), runId: v.string(), sentence: v.string() }),
  v.object({ kind: v.literal('ended'), runId: v.string(), report: audienceReport }),
  /** To the command of that id; null = done. */
  v.object({
    kind: v.literal('answered'),
    runId: v.string(),
    id: v.number(),
    problem: v.nullable(v.string()),
  }),
  /** Nothing was sent to anybody but questions for consent. */
  v.object({ kind: v.literal('refused'), runId: v.string(), sentence: v.string() }),
]);
export type AudienceEvent = v.InferOutput<typeof audienceEvent>;

/** Given, and the command is `answered` under it; else only a failure is told, as a `problem`. */
const id = v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0)));

/** What may be changed while it runs: a line on stdin. */
export const audienceCommand = v.variant('kind', [
  v.object({ kind: v.literal('stop') }),
  v.object({ kind: v.literal('viewers'), id, viewers: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  v.object({ kind: v.literal('thresholds'), id, expressions: v.array(v.string()) }),
]);
export type AudienceCommand = v.InferOutput<typeof audienceCommand>;

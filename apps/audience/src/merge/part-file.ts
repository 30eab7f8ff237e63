import { audienceSample, consentRecord } from '@dropwise/contract/audience';
import { fail, type Result, succeed } from '@dropwise/kit';
import * as v from 'valibot';
import { maskedTarget } from '../report/masked-settings.ts';
import type { ReportFacts } from '../report/report-facts.ts';
import { partSettings } from './part-settings.ts';
import { loadSnapshot } from './snapshot-schema.ts';

const count = v.pipe(v.number(), v.minValue(0));

/** What one machine of a run has measured: a report that can still be added up. No credentials are in it. */
export const partFile = v.object({
  format: v.literal('dropwise-audience-part'),
  version: v.literal(1),
  runId: v.string(),
  tool: v.string(),
  /** Epoch ms by this machine's clock. */
  startedAtMs: count,
  endedAtMs: count,
  /** `part` says which of how many it is; null = it is the whole. */
  settings: partSettings,
  snapshot: loadSnapshot,
  timeline: v.array(audienceSample),
  /** As they were set in the end. */
  thresholds: v.array(v.string()),
  generator: v.object({
    loopUtilization: v.nullable(count),
    cpuPercent: count,
    rssBytes: count,
    shards: count,
    invalidWindows: count,
    collectionPercent: v.nullable(count),
    retransmits: v.nullable(count),
  }),
  consent: v.array(consentRecord),
  egress: v.array(
    v.object({
      name: v.string(),
      state: v.string(),
      viewers: count,
      readBytes: count,
      writtenBytes: count,
      note: v.nullable(v.string()),
    }),
  ),
  renditions: v.array(v.object({ name: v.string(), bandwidth: v.nullable(v.number()) })),
  endedEarly: v.nullable(v.string()),
  notes: v.array(v.string()),
});
export type PartFile = v.InferOutput<typeof partFile>;

export function createPartFile(facts: ReportFacts): PartFile {
  const { version, settings, thresholds, ...rest } = facts;
  const { egress, load } = settings;
  const proxies = egress.proxies.map((proxy) => ({ ...proxy, credentials: null }));
  return structuredClone({
    ...rest,
    format: 'dropwise-audience-part',
    version: 1,
    tool: `dropwise-audience/${version}`,
    settings: { ...settings, load, url: maskedTarget(settings.url), nats: null, egress: { ...egress, proxies } },
    thresholds: thresholds.map(({ expression }) => expression),
  }) as PartFile;
}

/** @param name of the file, for the sentence that a failure is. */
export function parsePartFile(text: string, name: string): Result<PartFile, string> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail(`${name} is no JSON: expected the part file of a run (part.json).`);
  }
  const parsed = v.safeParse(partFile, value);
  if (parsed.success) return succeed(parsed.output);
  const [issue] = parsed.issues;
  const place = v.getDotPath(issue);
  if (place === 'format')
    return fail(`${name} is no part file of a run: those are called part.json, beside report.json.`);
  if (place === 'version') return fail(`${name} was written by another version of this program; merge with that one.`);
  return fail(`${name} is damaged${place === null ? '' : ` at ${place}`}: ${issue.message}.`);
}

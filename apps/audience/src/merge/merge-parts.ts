import type { AudienceReport, ConsentRecord } from '@dropwise/contract/audience';
import { fail, type Result, succeed } from '@dropwise/kit';
import { evaluateThresholds, findSnapshotFault, mergeSnapshots, parseThreshold, type Threshold } from '@dropwise/load';
import type { GeneratorFacts, ReportFacts } from '../report/report-facts.ts';
import { sumOf, worstOf, worstState } from './merge-samples.ts';
import { mergeTimelines } from './merge-timelines.ts';
import type { PartFile } from './part-file.ts';
import { canonical, differingSettings } from './part-settings.ts';

/** A part, and what to call it to who gave it. */
export interface NamedPart {
  readonly name: string;
  readonly part: PartFile;
}

/**
 * The parts of one run as one: to the bucket what a single machine would have measured. What is not of one run, or is there
 * twice, is refused with a sentence; a part that is missing makes the run partial.
 */
export function mergeParts(parts: readonly NamedPart[], version: string): Result<ReportFacts, string> {
  const [first] = parts;
  if (first === undefined) return fail('There is nothing to merge: give the part files of a run.');
  const refusal = findRefusal(first, parts);
  if (refusal !== null) return fail(refusal);
  const files = parts.map(({ part }) => part).sort((a, b) => indexOf(a) - indexOf(b));
  const snapshot = mergeSnapshots(files.map((file) => file.snapshot));
  const startedAtMs = Math.min(...files.map((file) => file.startedAtMs));
  return succeed({
    runId: first.part.runId,
    version,
    startedAtMs,
    endedAtMs: Math.max(...files.map((file) => file.endedAtMs)),
    settings: { ...first.part.settings, part: null },
    snapshot,
    timeline: mergeTimelines(
      files.map((file) => ({ samples: file.timeline, laterMs: file.startedAtMs - startedAtMs })),
    ),
    thresholds: [...evaluateThresholds(snapshot, thresholdsOf(files))],
    generator: mergeGenerators(files.map(({ generator }) => generator)),
    consent: mergeConsent(files.flatMap(({ consent }) => consent)),
    egress: mergeEgress(files.flatMap(({ egress }) => egress)),
    renditions: mergeRenditions(files),
    endedEarly: whyPartial(files),
    notes: mergeNotes(files),
  });
}

function findRefusal(first: NamedPart, parts: readonly NamedPart[]): string | null {
  const byIndex = new Map<number, string>();
  for (const { name, part } of parts) {
    const fault = findMismatch(first, { name, part }) ?? findSnapshotFault(part.snapshot);
    if (fault !== null) return `${name}: ${fault}`;
    const same = byIndex.get(indexOf(part));
    if (same !== undefined)
      return `${same} and ${name} are the same part of the run, ${partName(part)}: give each once.`;
    byIndex.set(indexOf(part), name);
  }
  return null;
}

function findMismatch(first: NamedPart, { name, part }: NamedPart): string | null {
  const one = first.part;
  if (part.runId !== one.runId)
    return `it is of run ${part.runId}, and ${first.name} of ${one.runId}: parts of two runs are no run.`;
  const differing = differingSettings(one.settings, part.settings);
  if (differing.length > 0) {
    return `it ran with other settings than ${first.name} (${differing.join(', ')}): that is another load.`;
  }
  if (countOf(part) === countOf(one)) return null;
  return `it is ${partName(part)}, and ${first.name === name ? 'another' : first.name} ${partName(one)}: the numbers of parts must agree.`;
}

function indexOf({ settings }: PartFile): number {
  return settings.part?.index ?? 0;
}

function countOf({ settings }: PartFile): number {
  return settings.part?.count ?? 1;
}

function partName(part: PartFile): string {
  return `part ${indexOf(part)} of ${countOf(part)}`;
}

/** What any part was told to fail by, once each. They were parsed when they were set; what no longer parses is left out. */
function thresholdsOf(files: readonly PartFile[]): readonly Threshold[] {
  const expressions = new Set(files.flatMap(({ thresholds }) => thresholds));
  return [...expressions].flatMap((expression) => {
    const parsed = parseThreshold(expression);
    return parsed.ok ? [parsed.value] : [];
  });
}

function mergeGenerators(generators: readonly GeneratorFacts[]): GeneratorFacts {
  return {
    loopUtilization: worstOf(generators, ({ loopUtilization }) => loopUtilization),
    cpuPercent: sumOf(generators, ({ cpuPercent }) => cpuPercent),
    rssBytes: sumOf(generators, ({ rssBytes }) => rssBytes),
    shards: sumOf(generators, ({ shards }) => shards),
    invalidWindows: sumOf(generators, ({ invalidWindows }) => invalidWindows),
    collectionPercent: worstOf(generators, ({ collectionPercent }) => collectionPercent),
    retransmits: sumKnown(generators.map(({ retransmits }) => retransmits)),
  };
}

/** One record of each consent, however many machines asked for it; another text is another record. */
function mergeConsent(records: readonly ConsentRecord[]): readonly ConsentRecord[] {
  const same = Map.groupBy(records, ({ authority, by, fingerprint, sha256 }) =>
    canonical([authority, by, fingerprint, sha256]),
  );
  return [...same.values()].flatMap((group) => {
    const [one] = group;
    if (one === undefined) return [];
    return {
      ...one,
      addresses: [...new Set(group.flatMap(({ addresses }) => addresses))].sort(),
      firstCheckedAt: group.map(({ firstCheckedAt }) => firstCheckedAt).sort()[0] ?? one.firstCheckedAt,
      lastCheckedAt:
        group
          .map(({ lastCheckedAt }) => lastCheckedAt)
          .sort()
          .at(-1) ?? one.lastCheckedAt,
      checks: sumOf(group, ({ checks }) => checks),
    };
  });
}

function mergeEgress(all: AudienceReport['egress']): AudienceReport['egress'] {
  return [...Map.groupBy(all, ({ name }) => name)].map(([name, same]) => ({
    name,
    state: worstState(same.map(({ state }) => state)),
    viewers: sumOf(same, ({ viewers }) => viewers),
    readBytes: sumOf(same, ({ readBytes }) => readBytes),
    writtenBytes: sumOf(same, ({ writtenBytes }) => writtenBytes),
    note: [...new Set(same.flatMap(({ note }) => note ?? []))].join(' ') || null,
  }));
}

function mergeRenditions(files: readonly PartFile[]): ReportFacts['renditions'] {
  const byName = new Map<string, number | null>();
  for (const { name, bandwidth } of files.flatMap(({ renditions }) => renditions)) {
    byName.set(name, byName.get(name) ?? bandwidth);
  }
  return [...byName].map(([name, bandwidth]) => ({ name, bandwidth }));
}

function whyPartial(files: readonly PartFile[]): string | null {
  const [first] = files;
  const count = first === undefined ? 0 : countOf(first);
  const there = new Set(files.map(indexOf));
  const missing = Array.from({ length: count }, (_, index) => index).filter((index) => !there.has(index));
  const reasons = files.flatMap((file) => (file.endedEarly === null ? [] : `${partName(file)}: ${file.endedEarly}`));
  if (count === 1) return first?.endedEarly ?? null;
  if (missing.length > 0) reasons.unshift(`of ${count} parts ${listed(missing)} missing`);
  return reasons.length === 0 ? null : reasons.join('; ');
}

function listed(indexes: readonly number[]): string {
  return indexes.length === 1 ? `part ${indexes[0]} is` : `parts ${indexes.join(', ')} are`;
}

/** Without a common start, the load curve of the whole is another than was planned. */
const togetherWithinMs = 1000;

function mergeNotes(files: readonly PartFile[]): readonly string[] {
  if (files.length === 1) return files[0]?.notes ?? [];
  const starts = files.map(({ startedAtMs }) => startedAtMs);
  const spreadMs = Math.max(...starts) - Math.min(...starts);
  const tools = new Set(files.map(({ tool }) => tool));
  return [
    ...(spreadMs > togetherWithinMs
      ? [
          `The parts began within ${(spreadMs / 1000).toFixed(1)} s of each other, not together: joins are spread by as much.`,
        ]
      : []),
    ...(tools.size > 1 ? [`The parts were run by different versions: ${[...tools].join(', ')}.`] : []),
    ...files.flatMap((file) => file.notes.map((note) => `In ${partName(file)}: ${note}`)),
  ];
}

/** Null = nobody knows it. */
function sumKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

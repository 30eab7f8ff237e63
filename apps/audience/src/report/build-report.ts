import type { AudienceReport } from '@dropwise/contract/audience';
import { distributionsOf, figuresOf, type Snapshot } from '@dropwise/load';
import { histogramOf } from './find-figure.ts';
import { judgeGenerator } from './judge-generator.ts';
import { judgeRun } from './judge-run.ts';
import { maskedSettings, maskedTarget } from './masked-settings.ts';
import { notesOf } from './notes.ts';
import type { ReportFacts } from './report-facts.ts';

/** What a run ends with: the figures by their definitions, the sentence above them, and what keeps both honest. */
export function buildReport(facts: ReportFacts): AudienceReport {
  const figures = figuresOf(facts.snapshot).map((figure) => ({ ...figure, series: { ...figure.series } }));
  const histograms = distributionsOf(facts.snapshot).map((one) => ({ ...one, series: { ...one.series } }));
  const toolLag = histogramOf({ histograms }, 'tool_lag');
  const measured = {
    figures,
    histograms,
    generator: judgeGenerator(facts.generator, toolLag),
    thresholds: [...facts.thresholds],
    endedEarly: facts.endedEarly,
    timeline: [...facts.timeline],
    egress: [...facts.egress],
  };
  return {
    format: 'dropwise-audience-report',
    version: 1,
    runId: facts.runId,
    tool: `dropwise-audience/${facts.version}`,
    startedAt: new Date(facts.startedAtMs).toISOString(),
    endedAt: new Date(facts.endedAtMs).toISOString(),
    target: maskedTarget(facts.settings.url),
    settings: maskedSettings(facts.settings),
    ...judgeRun(measured),
    ...measured,
    consent: [...facts.consent],
    failures: facts.snapshot.failures.map((failure) => ({ ...failure })),
    renditions: renditionsOf(facts),
    notes: [...notesOf(measured, facts), ...facts.notes],
  };
}

/** Those that were declared, and whatever else was played. */
function renditionsOf({ renditions, snapshot }: ReportFacts): AudienceReport['renditions'] {
  const secondsByName = mediaSecondsIn(snapshot);
  const declared = renditions.map(({ name, bandwidth }) => ({
    name,
    bandwidth,
    mediaSeconds: secondsByName.get(name) ?? 0,
  }));
  const undeclared = [...secondsByName].filter(([name]) => renditions.every((rendition) => rendition.name !== name));
  return [...declared, ...undeclared.map(([name, mediaSeconds]) => ({ name, bandwidth: null, mediaSeconds }))];
}

function mediaSecondsIn({ series }: Snapshot): ReadonlyMap<string, number> {
  const seconds = new Map<string, number>();
  for (const { rendition, counts } of series) {
    const mediaMs = counts.media_ms ?? 0;
    if (mediaMs > 0) seconds.set(rendition, (seconds.get(rendition) ?? 0) + mediaMs / 1_000);
  }
  return seconds;
}

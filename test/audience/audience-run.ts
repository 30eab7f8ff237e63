import { type AudienceReport, type AudienceSample, audienceEvent } from '@dropwise/contract/audience';
import * as v from 'valibot';
import { type Program, startProgram } from '../e2e/processes.ts';

export interface AudienceRun extends AsyncDisposable {
  /** Once a sample says so; the run ends by itself in any case. */
  sample(matches: (sample: AudienceSample) => boolean): Promise<AudienceSample>;
  report(): Promise<AudienceReport>;
}

/** `dropwise audience` as it is installed, heard by its events. */
export function startAudienceRun(args: readonly string[]): AudienceRun {
  const program = startProgram(['audience', ...args, '--json-events'], { stdin: 'pipe' });
  return {
    sample: (matches) =>
      program.until('a sample', (heard) => {
        const found = eventsOf(heard).find((event) => event.kind === 'sample' && matches(event.sample));
        return found?.kind === 'sample' ? found.sample : null;
      }),
    report: async () => {
      const ended = await program.until('a report', (heard) => eventsOf(heard).find(({ kind }) => kind === 'ended'));
      if (ended.kind !== 'ended') throw new Error('an end without a report');
      await program.end();
      return ended.report;
    },
    [Symbol.asyncDispose]: () => program[Symbol.asyncDispose](),
  };
}

function eventsOf({ lines }: Program) {
  return lines.map((line) => v.parse(audienceEvent, line));
}

/** Of all viewers together unless a way or a rendition is named; null = there was nothing to reckon it from. */
export function figureOf(report: AudienceReport, metric: string, egress: string | null = null): number | null {
  const found = report.figures.find(
    ({ metric: name, series }) => name === metric && series.egress === egress && series.rendition === null,
  );
  if (found === undefined) throw new Error(`the report has no figure ${metric} of ${egress ?? 'all'}`);
  return found.value;
}

export function histogramOf(report: AudienceReport, metric: string, egress: string | null = null) {
  const found = report.histograms.find(
    ({ metric: name, series }) => name === metric && series.egress === egress && series.rendition === null,
  );
  if (found === undefined) throw new Error(`the report has no histogram ${metric} of ${egress ?? 'all'}`);
  return found;
}

export function failuresOf(report: AudienceReport): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { class: name, count } of report.failures) counts[name] = (counts[name] ?? 0) + count;
  return counts;
}

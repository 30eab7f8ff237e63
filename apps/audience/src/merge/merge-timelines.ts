import { type AudienceSample, Timeline } from '@dropwise/contract/audience';
import { mergeSamples, type PartSample } from './merge-samples.ts';

export interface PartTimeline {
  readonly samples: readonly AudienceSample[];
  /** How much later than the first part it began. */
  readonly laterMs: number;
}

/** One timeline of all machines, by the second since the first of them began. */
export function mergeTimelines(parts: readonly PartTimeline[]): readonly AudienceSample[] {
  const bySecond = parts.map(({ samples, laterMs }) => samplesBySecond(samples, laterMs));
  const ends = bySecond.map((samples) => [...samples.keys()].at(-1) ?? 0);
  const seconds = [...new Set(bySecond.flatMap((samples) => [...samples.keys()]))].sort((a, b) => a - b);
  const last: (PartSample | null)[] = parts.map(() => null);
  const timeline = new Timeline();
  for (const second of seconds) {
    for (const [part, samples] of bySecond.entries()) {
      const sample = samples.get(second);
      const before = last[part] ?? null;
      if (sample !== undefined) last[part] = { sample, isOfThisSecond: true };
      // A long run is kept at a coarser grain: between two samples of a part the earlier one stands, after its last none.
      else if (before !== null) last[part] = { ...before, isOfThisSecond: second < (ends[part] ?? 0) };
    }
    timeline.add(
      mergeSamples(
        last.flatMap((one) => one ?? []),
        second * 1000,
      ),
    );
  }
  return timeline.samples();
}

function samplesBySecond(samples: readonly AudienceSample[], laterMs: number): ReadonlyMap<number, AudienceSample> {
  return new Map(samples.map((sample) => [Math.round((sample.atMs + laterMs) / 1000), sample]));
}

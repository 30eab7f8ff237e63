import type { AudienceSample } from '@dropwise/contract/audience';

/** What of a run is drawn over time. */
export interface RunSeries {
  /** Ms into the run, growing. */
  readonly xs: readonly number[];
  readonly playing: readonly (number | null)[];
  readonly joining: readonly (number | null)[];
  readonly stalled: readonly (number | null)[];
  readonly fromDueMs: readonly (number | null)[];
  readonly fromSentMs: readonly (number | null)[];
  readonly bitsPerSecond: readonly (number | null)[];
  readonly latencyMs: readonly (number | null)[];
  readonly toolCpuPercent: readonly (number | null)[];
  readonly toolLagMs: readonly (number | null)[];
}

const maxPoints = 600;
/** A second each; after more than that without one there is a gap, and no line is drawn over it. */
const gapMs = 3_500;

/** At most `points` of a run: what is left out is left out evenly, and a value that stands out stays. */
export function seriesOf(samples: readonly AudienceSample[], points = maxPoints): RunSeries {
  const kept = thinned(samples, points);
  const step = Math.max(1, Math.ceil(samples.length / points));
  const withGaps = kept.flatMap((sample, index): readonly (AudienceSample | number)[] => {
    const before = kept[index - 1];
    return before !== undefined && sample.atMs - before.atMs > gapMs * step ? [before.atMs + 1_000, sample] : [sample];
  });
  const values = (read: (sample: AudienceSample) => number | null): (number | null)[] =>
    withGaps.map((each) => (typeof each === 'number' ? null : read(each)));
  return {
    xs: withGaps.map((each) => (typeof each === 'number' ? each : each.atMs)),
    playing: values(({ viewers }) => viewers.playing),
    joining: values(({ viewers }) => viewers.joining),
    stalled: values(({ viewers }) => viewers.stalled),
    fromDueMs: values(({ ttfbDueP95Ms }) => ttfbDueP95Ms),
    fromSentMs: values(({ ttfbSentP95Ms }) => ttfbSentP95Ms),
    bitsPerSecond: values(({ goodputBitsPerSecond }) => goodputBitsPerSecond),
    latencyMs: values(({ latencyP50Ms }) => latencyP50Ms),
    toolCpuPercent: values(({ tool }) => tool.cpuPercent),
    toolLagMs: values(({ tool }) => tool.lagP99Ms),
  };
}

/** Of every group of neighbours the one with the worst second: the most stalled, then the latest first byte. */
function thinned(samples: readonly AudienceSample[], points: number): readonly AudienceSample[] {
  if (samples.length <= points) return samples;
  const size = Math.ceil(samples.length / points);
  const kept: AudienceSample[] = [];
  for (let start = 0; start < samples.length; start += size) {
    const worst = samples.slice(start, start + size).reduce((one, other) => (isWorse(other, one) ? other : one));
    kept.push(worst);
  }
  return kept;
}

function isWorse(one: AudienceSample, other: AudienceSample): boolean {
  if (one.viewers.stalled !== other.viewers.stalled) return one.viewers.stalled > other.viewers.stalled;
  return (one.ttfbDueP95Ms ?? -1) > (other.ttfbDueP95Ms ?? -1);
}

/** Those of before and the newest, in order and each once; the oldest make room. */
export function withSample(
  samples: readonly AudienceSample[],
  newest: AudienceSample,
  most = 7_200,
): readonly AudienceSample[] {
  const last = samples.at(-1);
  const before =
    last === undefined || last.atMs < newest.atMs ? samples : samples.filter(({ atMs }) => atMs < newest.atMs);
  const all = [...before, newest];
  return all.length > most ? all.slice(all.length - most) : all;
}

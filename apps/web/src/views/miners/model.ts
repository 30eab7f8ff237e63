import type { ChildPhaseKind, ChildView, ResourceSample } from '@dropwise/contract';

export type Move = 'start' | 'stop' | 'restart';

/** What can be asked of a program where it stands. */
export function movesOf(phase: ChildPhaseKind): readonly Move[] {
  switch (phase) {
    case 'stopped':
    case 'givenUp':
      return ['start'];
    case 'backingOff':
      return ['start', 'stop'];
    case 'stopping':
      return [];
    case 'starting':
    case 'ready':
    case 'running':
    case 'degraded':
      return ['restart', 'stop'];
  }
}

/** How a phase looks beside its word. */
export const phaseShapes: Readonly<Record<ChildPhaseKind, string>> = {
  stopped: '○',
  starting: '◐',
  ready: '◐',
  running: '●',
  degraded: '▲',
  stopping: '◐',
  backingOff: '▲',
  givenUp: '■',
};

export const phaseTones: Readonly<Record<ChildPhaseKind, 'good' | 'warn' | 'bad' | 'info' | 'muted'>> = {
  stopped: 'muted',
  starting: 'info',
  ready: 'info',
  running: 'good',
  degraded: 'warn',
  stopping: 'info',
  backingOff: 'warn',
  givenUp: 'bad',
};

/** The API keeps the order of the definitions; so does the live state's record. */
export function childrenOf(children: Readonly<Record<string, ChildView>> | undefined): readonly ChildView[] {
  return Object.values(children ?? {});
}

export const usageHours = [1, 6, 24, 168] as const;

export function hoursFrom(query: URLSearchParams): number {
  return usageHours.find((hours) => String(hours) === query.get('hours')) ?? 1;
}

export const maxSamples = 900;
/** So many times the usual step without a sample, and the program was not there. */
const gapSteps = 4;

/** With a newer sample, once; at most `maxSamples`, none older than `since`. */
export function withSample(
  samples: readonly ResourceSample[],
  sample: ResourceSample | null,
  since: number,
): readonly ResourceSample[] {
  const last = samples.at(-1);
  const isNew = sample !== null && (last === undefined || sample.at > last.at);
  const all = isNew ? [...samples, sample] : samples;
  const kept = all.filter(({ at }) => at >= since).slice(-maxSamples);
  return kept.length === samples.length && !isNew ? samples : kept;
}

export interface UsageSeries {
  readonly xs: readonly number[];
  readonly cpuPercent: readonly (number | null)[];
  readonly rssBytes: readonly (number | null)[];
}

/** Samples as series, with nothing where the program was not there. */
export function seriesOf(samples: readonly ResourceSample[]): UsageSeries {
  const step = medianStep(samples);
  const xs: number[] = [];
  const cpuPercent: (number | null)[] = [];
  const rssBytes: (number | null)[] = [];
  let before: number | null = null;
  for (const sample of samples) {
    if (before !== null && sample.at - before > step * gapSteps) {
      xs.push(before + step);
      cpuPercent.push(null);
      rssBytes.push(null);
    }
    xs.push(sample.at);
    cpuPercent.push(sample.cpuPercent);
    rssBytes.push(sample.rssBytes);
    before = sample.at;
  }
  return { xs, cpuPercent, rssBytes };
}

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** How times along a chart are written that shows so long a time. */
export function timeFormat(spanMs: number): Intl.DateTimeFormatOptions {
  if (spanMs < 5 * minuteMs) return { timeStyle: 'medium' };
  return spanMs <= dayMs ? { timeStyle: 'short' } : { day: 'numeric', month: 'short', hour: 'numeric' };
}

function medianStep(samples: readonly ResourceSample[]): number {
  const steps = samples.slice(1).map(({ at }, index) => at - (samples[index]?.at ?? at));
  return steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? Number.POSITIVE_INFINITY;
}

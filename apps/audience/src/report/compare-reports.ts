import type { AudienceReport } from '@dropwise/contract/audience';
import { everybody, type Series } from './find-figure.ts';
import { metricWords } from './metric-words.ts';

/** Two runs beside each other, the earlier one first. */
export interface ReportComparison {
  /** Why the two are not alike: read before anything is concluded. */
  readonly differences: readonly string[];
  readonly rows: readonly ComparedValue[];
}

export interface ComparedValue {
  readonly metric: string;
  /** Null = a figure. */
  readonly statistic: 'p50' | 'p95' | 'p99' | 'max' | null;
  readonly series: Series;
  readonly unit: string;
  readonly before: number | null;
  readonly after: number | null;
  /** `after` less `before`; null = one of them is not there. */
  readonly change: number | null;
  /** Of `before`; null = not known, or `before` is 0. */
  readonly changePercent: number | null;
  /** Beyond what the grain of a histogram and a repeated run differ by, and only where one way is better. */
  readonly verdict: 'better' | 'worse' | 'alike' | 'neither' | 'unknown';
}

/** Smaller relative changes are no finding: a shared machine repeats itself no better. */
const alikePercent = 5;

const statistics = ['p50', 'p95', 'p99', 'max'] as const;

export function compareReports(before: AudienceReport, after: AudienceReport): ReportComparison {
  return {
    differences: differencesOf(before, after),
    rows: [...figureRows(before, after), ...histogramRows(before, after)],
  };
}

function figureRows(before: AudienceReport, after: AudienceReport): readonly ComparedValue[] {
  return paired(before.figures, after.figures).map(({ metric, series, unit, one, other }) =>
    compared({ metric, statistic: null, series, unit, before: one?.value ?? null, after: other?.value ?? null }),
  );
}

function histogramRows(before: AudienceReport, after: AudienceReport): readonly ComparedValue[] {
  return paired(before.histograms, after.histograms)
    .filter(({ one, other }) => (one?.count ?? 0) + (other?.count ?? 0) > 0)
    .flatMap(({ metric, series, unit, one, other }) =>
      statistics.map((statistic) =>
        compared({
          metric,
          statistic,
          series,
          unit,
          before: one?.[statistic] ?? null,
          after: other?.[statistic] ?? null,
        }),
      ),
    );
}

interface Measured {
  readonly metric: string;
  readonly series: Series;
  readonly unit: string;
}

interface Pair<Item> extends Measured {
  readonly one: Item | undefined;
  readonly other: Item | undefined;
}

/** In the order of the first, and then what only the second has. */
function paired<Item extends Measured>(ones: readonly Item[], others: readonly Item[]): readonly Pair<Item>[] {
  const pairs = new Map<string, Pair<Item>>();
  for (const one of ones) pairs.set(keyOf(one), { ...namesOf(one), one, other: undefined });
  for (const other of others) {
    pairs.set(keyOf(other), { ...namesOf(other), one: pairs.get(keyOf(other))?.one, other });
  }
  return [...pairs.values()];
}

function namesOf({ metric, series, unit }: Measured): Measured {
  return { metric, series, unit };
}

function keyOf({ metric, series }: Measured): string {
  return JSON.stringify([metric, series.egress, series.rendition]);
}

function compared(values: Omit<ComparedValue, 'change' | 'changePercent' | 'verdict'>): ComparedValue {
  const { before, after, metric } = values;
  if (before === null || after === null) return { ...values, change: null, changePercent: null, verdict: 'unknown' };
  const change = after - before;
  const changePercent = before === 0 ? null : (change / Math.abs(before)) * 100;
  return { ...values, change, changePercent, verdict: verdictOf(metric, change, changePercent) };
}

function verdictOf(metric: string, change: number, changePercent: number | null): ComparedValue['verdict'] {
  const isAlike = changePercent === null ? change === 0 : Math.abs(changePercent) < alikePercent;
  if (isAlike) return 'alike';
  switch (metricWords(metric).better) {
    case 'lower':
      return change < 0 ? 'better' : 'worse';
    case 'higher':
      return change > 0 ? 'better' : 'worse';
    case null:
      return 'neither';
  }
}

function differencesOf(before: AudienceReport, after: AudienceReport): readonly string[] {
  const both = [
    ['the first run', before],
    ['the second run', after],
  ] as const;
  return [
    ...both.flatMap(([name, { generator }]) =>
      generator.saturated ? [`The generator of ${name} was saturated: its figures are its own.`] : [],
    ),
    ...both.flatMap(([name, { endedEarly }]) =>
      endedEarly === null ? [] : [`${capital(name)} is a part: ${endedEarly}`],
    ),
    ...(before.target === after.target ? [] : [`They asked different streams: ${before.target} and ${after.target}.`]),
    ...(before.tool === after.tool ? [] : [`They were made by ${before.tool} and ${after.tool}.`]),
    ...settingsDifferences(before.settings, after.settings),
    ...waysDifferences(before, after),
  ];
}

/** Names of one run that do not touch what is measured. */
const ownSettings: ReadonlySet<string> = new Set(['url', 'runId', 'failIf', 'nats', 'part', 'egress']);

function settingsDifferences(before: AudienceReport['settings'], after: AudienceReport['settings']): readonly string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => !ownSettings.has(name));
  return names.flatMap((name) => {
    const [one, other] = [JSON.stringify(before[name] ?? null), JSON.stringify(after[name] ?? null)];
    return one === other ? [] : [`Setting ${name}: ${one} and ${other}.`];
  });
}

function waysDifferences(before: AudienceReport, after: AudienceReport): readonly string[] {
  const only = (one: AudienceReport, other: AudienceReport): readonly string[] =>
    one.egress.filter(({ name }) => other.egress.every((way) => way.name !== name)).map(({ name }) => name);
  const [gone, added] = [only(before, after), only(after, before)];
  return [
    ...(gone.length === 0 ? [] : [`Only the first run went over ${gone.join(', ')}.`]),
    ...(added.length === 0 ? [] : [`Only the second run went over ${added.join(', ')}.`]),
  ];
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

/** Of everybody alone: the first look. */
export function isOfEverybody({ series }: ComparedValue): boolean {
  return series.egress === everybody.egress && series.rendition === everybody.rendition;
}

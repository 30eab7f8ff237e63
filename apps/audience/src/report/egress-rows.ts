import type { AudienceReport } from '@dropwise/contract/audience';
import { directName, egressStateWords } from './egress-words.ts';
import { figureOf, histogramOf } from './find-figure.ts';
import { formatBytes, formatCount, formatValue } from './format-quantity.ts';

export const egressColumns = [
  'Way',
  'State',
  'Viewers',
  'Time stalled',
  'Start-up p95',
  'From due p95',
  'From due p99',
  'Failed attempts',
  'Read',
  'Written',
] as const;

/** The direct way first, as the baseline that the rest is read against; never a row that mixes them. */
export function egressRows(report: AudienceReport): readonly (readonly string[])[] {
  const ways = report.egress.toSorted(
    (one, other) => Number(other.name === directName) - Number(one.name === directName),
  );
  return ways.map(({ name, state, viewers, readBytes, writtenBytes }) => {
    const series = { egress: name, rendition: null };
    const due = histogramOf(report, 'ttfb_due', series);
    return [
      name,
      egressStateWords(state),
      formatCount(viewers),
      formatValue(figureOf(report, 'stalled_time_pct', series), '%'),
      formatValue(histogramOf(report, 'startup_time', series)?.p95 ?? null, 'ms'),
      formatValue(due?.p95 ?? null, 'ms'),
      formatValue(due?.p99 ?? null, 'ms'),
      formatValue(figureOf(report, 'errors', series), 'attempts'),
      formatBytes(readBytes),
      formatBytes(writtenBytes),
    ];
  });
}

import type { AudienceReport } from '@dropwise/contract/audience';
import { egressColumns, egressRows } from '../egress-rows.ts';
import { everybody, figureOf, histogramOf } from '../find-figure.ts';
import { formatBytes, formatCount, formatPercent, formatValue } from '../format-quantity.ts';
import { metricWords } from '../metric-words.ts';
import { printable } from '../printable.ts';
import { fitTable, formatTable } from './format-table.ts';
import { wrapText } from './wrap-text.ts';

const mainFigures = [
  'stalled_time_pct',
  'stalls_per_viewer_hour',
  'start_failure_pct',
  'playback_failure_pct',
  'sessions_lost_pct',
  'avg_playback_bitrate',
  'stale_playlist',
  'playlist_regression',
  'errors',
  'wire_bytes',
] as const;
const mainHistograms = [
  'startup_time',
  'ttfb_due',
  'ttfb_sent',
  'segment_throughput',
  'live_latency_pdt',
  'live_latency_edge',
  'playlist_rtt',
  'tool_lag',
] as const;

/** Given up in this order where a terminal has no room for them: they are in the report's other forms. */
const distributionsGivenUp = [5, 1] as const;
const waysGivenUp = [9, 5, 2, 4] as const;

/** The end of a run, for a terminal of so many columns or a pipe: the verdict first, then what it rests on. */
export function formatSummary(report: AudienceReport, columns = Number.POSITIVE_INFINITY): string {
  const ways = [egressColumns, ...egressRows(report)];
  const notes = report.notes.map((note) => wrapText(printable(note), columns, '  ')).join('\n');
  const sections = [
    wrapText(printable(report.verdict), columns),
    figuresSection(report),
    histogramsSection(report, columns),
    report.egress.length > 1 ? section('Ways', formatTable(fitTable(ways, columns, waysGivenUp))) : '',
    failuresSection(report),
    thresholdsSection(report),
    section('The tool', wrapText(toolLine(report.generator), columns, '  ')),
    section('To read it rightly', notes),
  ];
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

function section(heading: string, body: string): string {
  return body === '' ? '' : `${heading}\n${body}`;
}

function figuresSection(report: AudienceReport): string {
  const rows = mainFigures.map((metric) => {
    const unit = report.figures.find((figure) => figure.metric === metric)?.unit ?? '';
    return [metricWords(metric).label, formatValue(figureOf(report, metric), unit)];
  });
  return section('Figures', formatTable(rows));
}

function histogramsSection(report: AudienceReport, columns: number): string {
  const rows = mainHistograms.flatMap((metric) => {
    const found = histogramOf(report, metric, everybody);
    if (found === null || found.count === 0) return [];
    const cells = [found.p50, found.p95, found.p99, found.max].map((value) => formatValue(value, found.unit));
    return [[metricWords(metric).label, ...cells, formatCount(found.count)]];
  });
  const head = ['', 'p50', 'p95', 'p99', 'most', 'values'];
  return rows.length === 0
    ? ''
    : section('Distributions', formatTable(fitTable([head, ...rows], columns, distributionsGivenUp)));
}

function failuresSection({ failures }: AudienceReport): string {
  const rows = failures
    .toSorted((one, other) => other.count - one.count)
    .map((failure) => [failure.class, failure.egress, formatCount(failure.count)]);
  return rows.length === 0 ? '' : section('Failed attempts', formatTable(rows));
}

function thresholdsSection({ thresholds }: AudienceReport): string {
  const rows = thresholds.map(({ expression, value, failed }) => [
    failed ? 'failed' : 'held',
    expression,
    `found ${value === null ? 'nothing to reckon it from' : Number(value.toPrecision(4))}`,
  ]);
  return rows.length === 0 ? '' : section('Thresholds', formatTable(rows));
}

function toolLine(generator: AudienceReport['generator']): string {
  const parts = [
    `CPU ${formatPercent(generator.cpuPercent)} of a core`,
    `memory ${formatBytes(generator.rssBytes)}`,
    `lag p99 ${formatValue(generator.toolLagP99Ms, 'ms')}`,
    `event loop ${formatValue(generator.loopUtilization === null ? null : generator.loopUtilization * 100, '%')} busy`,
    `collecting garbage ${formatValue(generator.collectionPercent ?? null, '%')}`,
    `${formatValue(generator.retransmits ?? null, '')} TCP segments sent again`,
    `${formatCount(generator.shards)} ${generator.shards === 1 ? 'shard' : 'shards'}`,
  ];
  return parts.join(', ');
}

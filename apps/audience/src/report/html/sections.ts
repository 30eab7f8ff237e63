import type { AudienceReport } from '@dropwise/contract/audience';
import { egressColumns, egressRows } from '../egress-rows.ts';
import {
  formatBitRate,
  formatBytes,
  formatCount,
  formatMs,
  formatPercent,
  formatValue,
  noValue,
} from '../format-quantity.ts';
import { metricWords } from '../metric-words.ts';
import { type Markup, markup } from './markup.ts';
import { htmlTable } from './tables.ts';

/** Figures of everybody, in the order of the report; a rendition's share says nothing of all of them. */
export function figuresCards({ figures }: AudienceReport): Markup {
  const all = figures.filter(
    ({ metric, series }) => series.egress === null && series.rendition === null && metric !== 'rendition_time_pct',
  );
  return markup`<dl class="cards">${all.map(
    ({ metric, value, unit }) =>
      markup`<div><dt title="${metric}">${metricWords(metric).label}</dt><dd>${formatValue(value, unit)}</dd></div>`,
  )}</dl>`;
}

export function thresholdsTable({ thresholds }: AudienceReport): Markup | null {
  if (thresholds.length === 0) return null;
  return htmlTable({
    caption: 'A threshold names what must not be.',
    head: ['Threshold', 'Found', 'Result'],
    rows: thresholds.map(({ expression, value, failed }) => [
      expression,
      value === null ? 'nothing to reckon it from' : String(Number(value.toPrecision(4))),
      failed ? '✗ failed' : '✓ held',
    ]),
    isNumber: (column) => column === 1,
  });
}

export function distributionsTable({ histograms }: AudienceReport): Markup | null {
  const measured = histograms.filter(
    ({ series, count }) => series.egress === null && series.rendition === null && count > 0,
  );
  if (measured.length === 0) return null;
  return htmlTable({
    caption: 'Of everybody. What was never measured is left out.',
    head: ['Metric', 'least', 'mean', '50 %', '95 %', '99 %', '99.9 %', 'most', 'values'],
    rows: measured.map(({ metric, unit, min, mean, p50, p95, p99, p999, max, count }) => [
      metricWords(metric).label,
      ...[min, mean, p50, p95, p99, p999, max].map((value) => formatValue(value, unit)),
      formatCount(count),
    ]),
    isNumber: (column) => column > 0,
  });
}

export function waysTable(report: AudienceReport): Markup | null {
  if (report.egress.length === 0) return null;
  const remarks = report.egress.filter(({ note }) => note !== null);
  return markup`${htmlTable({
    caption: 'Direct first, as what the rest is read against.',
    head: egressColumns,
    rows: egressRows(report),
    isNumber: (column) => column > 1,
  })}${remarks.map(({ name, note }) => markup`<p class="muted">${name}: ${note}</p>`)}`;
}

export function renditionsTable({ renditions }: AudienceReport): Markup | null {
  if (renditions.length === 0) return null;
  const all = renditions.reduce((sum, { mediaSeconds }) => sum + mediaSeconds, 0);
  return htmlTable({
    caption: 'By the media time that was loaded.',
    head: ['Rendition', 'Declared', 'Media', 'Share'],
    rows: renditions.map(({ name, bandwidth, mediaSeconds }) => [
      name,
      bandwidth === null ? noValue : formatBitRate(bandwidth),
      formatMs(mediaSeconds * 1_000),
      formatValue(all === 0 ? null : (mediaSeconds / all) * 100, '%'),
    ]),
    isNumber: (column) => column > 0,
  });
}

export function failuresTable({ failures }: AudienceReport): Markup {
  if (failures.length === 0) return markup`<p>None.</p>`;
  return htmlTable({
    caption: 'Each failed attempt has one class; a retry is another attempt.',
    head: ['Class', 'Way', 'Count'],
    rows: failures
      .toSorted((one, other) => other.count - one.count)
      .map((failure) => [failure.class, failure.egress, formatCount(failure.count)]),
    isNumber: (column) => column === 2,
  });
}

export function toolTable({ generator }: AudienceReport): Markup {
  const { cpuPercent, rssBytes, toolLagP99Ms, loopUtilization, shards, invalidWindows } = generator;
  return htmlTable({
    caption: generator.saturated ? 'It was its own limit.' : 'It was not its own limit.',
    head: ['What', 'Value'],
    rows: [
      ['CPU, of one core', formatPercent(cpuPercent)],
      ['Memory, at most', formatBytes(rssBytes)],
      ['Lag of its own plan, 99 %', formatValue(toolLagP99Ms, 'ms')],
      ['Busiest event loop', formatValue(loopUtilization === null ? null : loopUtilization * 100, '%')],
      ['Collecting garbage, of the time', formatValue(generator.collectionPercent ?? null, '%')],
      ['TCP segments sent again, whole machine', formatValue(generator.retransmits ?? null, '')],
      ['Shards', formatCount(shards)],
      ['Seconds that are not valid', formatCount(invalidWindows)],
    ],
    isNumber: (column) => column === 1,
  });
}

export function consentTable({ consent }: AudienceReport): Markup | null {
  if (consent.length === 0) return null;
  const limit = (value: number | null): string => (value === null ? noValue : formatCount(value));
  return htmlTable({
    caption: 'Who allowed it, and what.',
    head: ['Host', 'By', 'Addresses', 'Key', 'Last checked', 'Checks', 'Viewers', 'Mbit/s', 'Paths', 'Until'],
    rows: consent.map((record) => [
      record.authority,
      record.by === 'loopback' ? 'loopback' : `${record.by} (SHA-256 ${record.sha256?.slice(0, 16) ?? noValue}…)`,
      record.addresses.join(', '),
      record.fingerprint ?? noValue,
      record.lastCheckedAt,
      formatCount(record.checks),
      limit(record.maxViewers),
      limit(record.maxMbps),
      record.paths.length === 0 ? 'all' : record.paths.join(', '),
      record.notAfter ?? noValue,
    ]),
    isNumber: (column) => column >= 5 && column <= 7,
  });
}

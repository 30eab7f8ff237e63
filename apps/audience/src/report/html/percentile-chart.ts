import type { ReportedHistogram } from '@dropwise/contract/audience';
import { formatValue } from '../format-quantity.ts';
import { type Markup, markup } from './markup.ts';

const width = 520;
const left = 180;
const right = 92;
const rowHeight = 23;
const top = 4;

const percentiles = ['p50', 'p95', 'p99', 'p999', 'max'] as const;
const names: Readonly<Record<(typeof percentiles)[number], string>> = {
  p50: 'half',
  p95: '95 %',
  p99: '99 %',
  p999: '99.9 %',
  max: 'most',
};

/** Bars from half to most, one row a percentile, metrics side by side on one scale: what one of them hides, one sees. */
export function percentileChart(
  title: string,
  histograms: readonly (readonly [string, ReportedHistogram | null])[],
): Markup {
  const measured = histograms.filter(([, histogram]) => (histogram?.count ?? 0) > 0);
  if (measured.length === 0) return markup``;
  const most = Math.max(...measured.map(([, histogram]) => histogram?.max ?? 0), Number.MIN_VALUE);
  const height = top + measured.length * percentiles.length * rowHeight + 8;
  const rows = percentiles.flatMap((percentile) =>
    measured.map(([name, histogram], index) => ({ percentile, name, index, histogram })),
  );
  return markup`<figure><figcaption><strong>${title}</strong></figcaption>
<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}. The table of distributions has the values.">
${rows.map(({ percentile, name, index, histogram }, row) => {
  const value = histogram?.[percentile] ?? null;
  const y = top + row * rowHeight;
  const length = value === null ? 0 : (value / most) * (width - left - right);
  return markup`${index === 0 ? markup`<text x="0" y="${y + 12}">${names[percentile]}</text>` : null}
<text x="${left - 8}" y="${y + 12}" text-anchor="end">${name}</text>
<rect class="bar bar-${index}" x="${left}" y="${y}" width="${Math.max(1, length).toFixed(1)}" height="15" rx="2"/>
<text x="${(left + Math.max(1, length) + 6).toFixed(1)}" y="${y + 12}">${formatValue(value, histogram?.unit ?? 'ms')}</text>`;
})}
</svg></figure>`;
}

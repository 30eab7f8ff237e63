import type { AudienceReport, AudienceSample } from '@dropwise/contract/audience';
import { directName } from '../egress-words.ts';
import { histogramOf } from '../find-figure.ts';
import { formatBitRate, formatCount, formatMs, formatPercent } from '../format-quantity.ts';
import { type ChartLine, lineChart } from './line-chart.ts';
import { type Markup, markup } from './markup.ts';
import { percentileChart } from './percentile-chart.ts';

/** Ways drawn in one picture; all of them are in the table. */
const drawnWays = 5;

/** What went on over the time of the run. */
export function charts(report: AudienceReport): Markup {
  const { timeline } = report;
  const atMs = timeline.map((sample) => sample.atMs);
  const line = (name: string, pick: (sample: AudienceSample) => number | null): ChartLine => ({
    name,
    values: timeline.map(pick),
  });
  const drawings = [
    lineChart({
      title: 'Viewers',
      says: 'How many were playing, and how many were not.',
      atMs,
      lines: [
        line('playing', ({ viewers }) => viewers.playing),
        line('joining', ({ viewers }) => viewers.joining),
        line('planned', ({ viewers }) => viewers.planned),
        line('failed or lost', ({ viewers }) => viewers.failed + viewers.lost),
        line('stalled', ({ viewers }) => viewers.stalled),
      ],
      format: formatCount,
    }),
    lineChart({
      title: 'First byte of segments, 95 %',
      says: 'From the instant due, an outage shows; from the request sent, it may not.',
      atMs,
      lines: [line('from due', (sample) => sample.ttfbDueP95Ms), line('from sent', (sample) => sample.ttfbSentP95Ms)],
      format: formatMs,
    }),
    percentileChart('First byte of segments, whole run', [
      ['from due', histogramOf(report, 'ttfb_due')],
      ['from sent', histogramOf(report, 'ttfb_sent')],
    ]),
    lineChart({
      title: 'Stalls',
      says: 'All until then: steep is bad.',
      atMs,
      lines: [line('stalls', (sample) => sample.stalls)],
      format: formatCount,
    }),
    lineChart({
      title: 'Goodput',
      says: 'Media, by the second.',
      atMs,
      lines: [line('goodput', (sample) => sample.goodputBitsPerSecond)],
      format: formatBitRate,
    }),
    ...waysChart(report, atMs),
    lineChart({
      title: 'Behind live, half of the viewers',
      says: 'It grows where viewers fall back.',
      atMs,
      lines: [line('latency', (sample) => sample.latencyP50Ms)],
      format: formatMs,
    }),
    lineChart({
      title: 'The tool itself',
      says: 'CPU of one core, and how busy its event loop was: near the top, its figures are its own.',
      atMs,
      lines: [line('CPU', ({ tool }) => tool.cpuPercent), line('event loop', ({ tool }) => tool.loopUtilization * 100)],
      format: formatPercent,
    }),
  ];
  return markup`<div class="charts">${drawings}</div>`;
}

/** The direct way, and those proxies whose viewers stalled or failed most. */
function waysChart({ timeline }: AudienceReport, atMs: readonly number[]): readonly Markup[] {
  const ways = (timeline.at(-1)?.egress ?? []).toSorted(
    (one, other) =>
      Number(other.name === directName) - Number(one.name === directName) ||
      other.stalls + other.failures - (one.stalls + one.failures),
  );
  if (ways.length < 2) return [];
  const lines = ways.slice(0, drawnWays).map(({ name }) => ({
    name,
    values: timeline.map(({ egress }) => egress.find((way) => way.name === name)?.ttfbDueP95Ms ?? null),
  }));
  const rest = ways.length - lines.length;
  const says =
    rest === 0 ? 'From the instant due.' : `From the instant due; ${formatCount(rest)} more in the table of ways.`;
  return [lineChart({ title: 'First byte of segments by way, 95 %', says, atMs, lines, format: formatMs })];
}

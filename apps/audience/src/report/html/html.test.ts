import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AudienceReport } from '@dropwise/contract/audience';
import fc from 'fast-check';
import { makeReport, sampleAt, waySample } from '../testing/make-report.ts';
import { formatHtml } from './format-html.ts';
import { lineChart } from './line-chart.ts';
import { linearScale, timeScale } from './scale.ts';

/** A report that carries text of others wherever one can. */
function reportSaying(text: string): AudienceReport {
  const report = makeReport(
    { seconds: 5 },
    { thresholds: [{ expression: text, value: 1, failed: true }], notes: [text] },
  );
  const record = { by: 'file' as const, addresses: [text], fingerprint: text, sha256: text, checks: 1 };
  const limits = { maxViewers: 1, maxMbps: 1, paths: [text], notAfter: text };
  return {
    ...report,
    runId: text,
    tool: text,
    target: text,
    verdict: text,
    settings: { [text]: text },
    consent: [{ ...record, ...limits, authority: text, firstCheckedAt: text, lastCheckedAt: text }],
    failures: [{ class: text, egress: text, count: 1 }],
    egress: [{ name: text, state: text, viewers: 1, readBytes: 1, writtenBytes: 1, note: text }],
    renditions: [{ name: text, bandwidth: 1, mediaSeconds: 1 }],
    figures: [{ metric: text, series: { egress: null, rendition: null }, unit: text, value: 1 }],
    timeline: [sampleAt(1_000, { egress: [waySample('direct', 1, 1), waySample(text, 1, 1)] })],
  };
}

const tagsOf = (page: string) => page.match(/<[^>]*>/g)?.map((tag) => tag.replace(/"[^"]*"/g, '""'));

test('no text of others becomes markup', () => {
  const expected = tagsOf(formatHtml(reportSaying('harmless')));
  const hostile = fc.stringMatching(/^[<>"'&=/a-z! -]{1,30}$/);
  const texts = fc.oneof(hostile, fc.string({ minLength: 1 }), fc.constant('"><script>alert(1)</script><p x="'));
  fc.assert(
    fc.property(texts, (text) => {
      assert.deepEqual(tagsOf(formatHtml(reportSaying(text))), expected);
    }),
    { numRuns: 60 },
  );
});

test('the page asks nobody for anything, and could not run a script', () => {
  const page = formatHtml(makeReport({ stalledMs: 90, lateMs: 900, startFailures: 2 }));
  assert.doesNotMatch(page, /<script|<link|<img|<iframe|\s(?:src|href|on\w+)=|url\(|@import/i);
  assert.match(page, /Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'/);
});

test('the verdict is the first heading, and a state is a word as well as a colour', () => {
  const page = formatHtml(makeReport({ toolLagMs: 20 }));
  assert.match(page, /<p class="outcome saturated">! Generator saturated<\/p>\s*<h1[^>]*>GENERATOR SATURATED: /);
});

test('every picture has a name, and the same as a table', () => {
  const page = formatHtml(makeReport({ stalledMs: 90 }));
  const pictures = page.match(/<svg [^>]*role="img"[^>]*>/g) ?? [];
  assert.ok(pictures.length >= 7);
  for (const picture of pictures) assert.match(picture, /aria-label="[^"]{10,}"/);
  assert.ok((page.match(/as a table<\/summary>/g) ?? []).length >= pictures.length - 1);
});

test('a report without a timeline is a page all the same', () => {
  const page = formatHtml({ ...makeReport(), timeline: [] });
  assert.match(page, /Nothing was measured that could be drawn here\./);
});

const chart = (values: readonly (number | null)[]) =>
  lineChart({
    title: 'Delay',
    says: 'By the second.',
    atMs: values.map((_, index) => index * 1_000),
    lines: [{ name: 'delay', values }],
    format: String,
  }).text;
const linesOf = (drawn: string) => drawn.match(/<path class="line line-0" d="([^"]*)"/)?.[1] ?? '';

test('a second without a value is a gap, not a zero', () => {
  assert.equal(linesOf(chart([1, 2, null, 4])).match(/M/g)?.length, 2);
});

test('a long run is drawn with fewer points, and its highest second is among them', () => {
  const values = Array.from({ length: 20_000 }, (_, index) => (index === 12_345 ? 999 : 1));
  const line = linesOf(chart(values));
  assert.ok((line.match(/[ML]/g)?.length ?? 0) <= 700);
  assert.ok(line.includes(' 10.0'), 'the top of the drawing is reached');
});

test('ticks are round, in order and within their range', () => {
  const ranges = fc.tuple(
    fc.double({ min: 0, max: 1e12, noNaN: true }),
    fc.double({ min: 1e-3, max: 1e12, noNaN: true }),
  );
  fc.assert(
    fc.property(ranges, ([from, span]) => {
      fc.pre(span > from / 1e6);
      const { ticks, place } = linearScale(from, from + span, 0, 100);
      assert.ok(ticks.length >= 1 && ticks.length <= 12, `${ticks.length}`);
      for (const [index, tick] of ticks.entries()) {
        assert.ok(index === 0 || tick > (ticks[index - 1] ?? 0));
        assert.ok(place(tick) >= -1e-3 && place(tick) <= 100 + 1e-3);
      }
    }),
  );
});

test('time has ticks at steps that a clock has, whatever the length', () => {
  for (const [toMs, step] of [
    [9_000, 2_000],
    [600_000, 120_000],
    [7_200_000, 1_800_000],
    [7 * 86_400_000, 2 * 86_400_000],
  ] as const) {
    assert.equal((timeScale(toMs, 0, 1).ticks[1] ?? 0) / 1_000, step / 1_000);
  }
  assert.deepEqual(timeScale(0, 0, 1).ticks, [0]);
});

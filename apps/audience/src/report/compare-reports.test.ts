import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ComparedValue, compareReports } from './compare-reports.ts';
import { everybody, type Series } from './find-figure.ts';
import type { ReportFacts } from './report-facts.ts';
import { makeReport, type RunStory } from './testing/make-report.ts';
import { runSettings } from './testing/run-settings.ts';

function row(
  before: RunStory,
  after: RunStory,
  metric: string,
  statistic: ComparedValue['statistic'],
  series: Series = everybody,
): ComparedValue | undefined {
  return compareReports(makeReport(before), makeReport(after)).rows.find(
    (one) =>
      one.metric === metric &&
      one.statistic === statistic &&
      one.series.egress === series.egress &&
      one.series.rendition === series.rendition,
  );
}

test('what grew and should not have is worse, and the other way round better', () => {
  assert.equal(row({}, { stalledMs: 9_000 }, 'stalled_time_pct', null)?.verdict, 'worse');
  assert.equal(row({ stalledMs: 9_000 }, {}, 'stalled_time_pct', null)?.verdict, 'better');
  assert.equal(row({ lateMs: 900 }, { lateMs: 2_000 }, 'ttfb_due', 'p99')?.verdict, 'worse');
});

test('less than a twentieth is no finding', () => {
  const found = row({ lateMs: 1_000 }, { lateMs: 1_040 }, 'ttfb_due', 'p99');
  assert.equal(found?.verdict, 'alike');
  assert.ok((found?.change ?? 0) > 0);
});

test('from nothing there is a change but no percentage', () => {
  const found = row({}, { stalledMs: 9_000 }, 'stall_count', null);
  assert.deepEqual([found?.before, found?.after, found?.change, found?.changePercent], [0, 1, 1, null]);
});

test('what only one run measured is not compared with 0', () => {
  const found = row({}, { stalledMs: 9_000 }, 'stall_duration', 'p95');
  assert.deepEqual([found?.before, found?.change, found?.verdict], [null, null, 'unknown']);
});

test('a figure where neither way is better has no verdict', () => {
  const [before, after] = [makeReport({ seconds: 60 }), makeReport({ seconds: 600 })];
  const found = compareReports(before, after).rows.find(({ metric }) => metric === 'viewer_hours');
  assert.equal(found?.verdict, 'neither');
});

test('each way is compared with itself', () => {
  const oslo = { egress: 'oslo', rendition: null };
  assert.equal(row({}, { stalledMs: 9_000 }, 'stalled_time_pct', null, oslo)?.verdict, 'alike');
});

const differences: readonly [name: string, changes: Partial<ReportFacts>, RegExp][] = [
  ['the stream', { settings: { ...runSettings, url: 'https://other.test/x.m3u8' } }, /^They asked different streams: /],
  ['the audience', { settings: { ...runSettings, viewers: 400 } }, /^Setting viewers: 200 and 400\.$/],
  ['the ways', { egress: makeReport().egress.slice(0, 2) }, /^Only the first run went over rome\.$/],
  [
    'the program',
    { version: '0.2.0' },
    /^They were made by dropwise-audience\/0\.1\.0 and dropwise-audience\/0\.2\.0\.$/,
  ],
  ['the length', { endedEarly: 'Stopped.' }, /^The second run is a part: Stopped\.$/],
];
for (const [name, changes, message] of differences) {
  test(`runs that differ in ${name} say so`, () => {
    const found = compareReports(makeReport(), makeReport({}, changes)).differences;
    assert.equal(found.length, 1);
    assert.match(found[0] ?? '', message);
  });
}

test('a run is alike with itself', () => {
  const report = makeReport({ stalledMs: 9_000, startFailures: 2 });
  const { differences: found, rows } = compareReports(report, report);
  assert.deepEqual(found, []);
  assert.deepEqual([...new Set(rows.map(({ verdict }) => verdict))], ['alike']);
});

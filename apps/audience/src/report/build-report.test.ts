import assert from 'node:assert/strict';
import { test } from 'node:test';
import { audienceReport } from '@dropwise/contract/audience';
import { Recorder } from '@dropwise/load';
import { figureOf, histogramOf } from './find-figure.ts';
import { formatHtml, formatPrometheus, formatSummary } from './index.ts';
import type { ReportFacts } from './report-facts.ts';
import { makeReport, type RunStory, sampleAt } from './testing/make-report.ts';

const held = { expression: 'stalled_time_pct>0.5', value: 0, failed: false };
const broken = { expression: 'ttfb_due_p99_ms>500', value: 851.26, failed: true };
const quiet: ReportFacts['generator'] = {
  loopUtilization: 0.1,
  cpuPercent: 9,
  rssBytes: 1e8,
  shards: 1,
  invalidWindows: 0,
  collectionPercent: 0.3,
  retransmits: 0,
};

const verdicts: readonly [name: string, story: RunStory, changes: Partial<ReportFacts>, outcome: string, RegExp][] = [
  [
    'all thresholds held',
    { stalledMs: 100 },
    { thresholds: [held] },
    'passed',
    /^Held 200 viewers: below 0\.1 % of the time stalled, started within 384 ms \(p95\), segments answered within 5\.\d+ ms of being due \(p99\)\.$/,
  ],
  ['nothing went wrong, and nothing was asked', {}, {}, 'passed', /^Held 200 viewers: 0\.0 % of the time stalled/],
  [
    'something went wrong, and nothing was asked',
    { stalledMs: 100 },
    {},
    'passed',
    /^Measured 200 viewers: .*; no threshold was set, so nothing is judged\.$/,
  ],
  [
    'viewers failed, and nothing was asked',
    { startFailures: 3 },
    {},
    'passed',
    /^Measured .* 1\.5 % of the viewers never started.*nothing is judged/,
  ],
  [
    'a threshold did not hold',
    { lateMs: 850 },
    { thresholds: [held, broken] },
    'failed',
    /^Did not hold: ttfb_due_p99_ms>500 \(found 851\.3\); 200 viewers: /,
  ],
  [
    'a threshold had nothing to reckon from',
    {},
    { thresholds: [{ ...broken, value: null }] },
    'failed',
    /\(found nothing to reckon it from, –\)/,
  ],
  [
    'it ended early',
    {},
    { endedEarly: 'Stopped by Ctrl-C.' },
    'partial',
    /^Partial run \(Stopped by Ctrl-C\)\. Held 200/,
  ],
  [
    'it ended early, and a threshold did not hold',
    {},
    { endedEarly: 'Consent was withdrawn.', thresholds: [broken] },
    'failed',
    /^Partial run \(Consent was withdrawn\)\. Did not hold: ttfb_due/,
  ],
  [
    'the tool was late',
    { toolLagMs: 12.3 },
    { thresholds: [broken] },
    'saturated',
    /^GENERATOR SATURATED: requests left 12 ms after their time \(p99; at most 5 ms\)\. The figures tell of this machine/,
  ],
  [
    'a loop was busy',
    {},
    { generator: { ...quiet, loopUtilization: 0.804 }, endedEarly: 'Stopped.' },
    'saturated',
    /^GENERATOR SATURATED: an event loop was busy for 80 % of the time \(at most 80 %\)\..* Partial run \(Stopped\)\.$/,
  ],
  [
    'fewer came than planned',
    {},
    { timeline: [sampleAt(1_000, { viewers: { ...sampleAt(0).viewers, planned: 500 } })] },
    'passed',
    /^Held 200 of 500 viewers: /,
  ],
  [
    'who left was followed by others',
    {},
    { timeline: [sampleAt(1_000, { viewers: { ...sampleAt(0).viewers, planned: 500, ended: 300 } })] },
    'passed',
    /^Held 200 viewers at once, 500 in all: /,
  ],
  [
    'who left was followed by others, and it ended before all had come',
    {},
    { timeline: [sampleAt(1_000, { viewers: { ...sampleAt(0).viewers, planned: 500, ended: 40 } })] },
    'passed',
    /^Held 200 viewers at once, 240 of 500 in all: /,
  ],
  [
    'nobody came',
    {},
    { snapshot: new Recorder().snapshot(1_000) },
    'passed',
    /^Measured nothing: no viewer came to play\.$/,
  ],
];
for (const [name, story, changes, outcome, verdict] of verdicts) {
  test(`the verdict, when ${name}: ${outcome}`, () => {
    const report = makeReport(story, changes);
    assert.equal(report.outcome, outcome);
    assert.match(report.verdict, verdict);
  });
}

test('a lag of exactly the limit, and a loop at exactly its limit, are not saturated', () => {
  const report = makeReport({ toolLagMs: 5 }, { generator: { ...quiet, loopUtilization: 0.8 } });
  assert.equal(report.generator.saturated, false);
});

test('a report is what the contract says it is', () => {
  const report = makeReport({ stalledMs: 500, startFailures: 1 }, { thresholds: [held] });
  const checked = audienceReport['~standard'].validate(report);
  assert.ok(!(checked instanceof Promise));
  assert.deepEqual(checked, { value: report, typed: true });
  assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
});

test('what was never measured is null, and never 0', () => {
  const report = makeReport({}, { snapshot: new Recorder().snapshot(1_000) });
  assert.equal(figureOf(report, 'stalled_time_pct'), null);
  assert.equal(histogramOf(report, 'startup_time')?.p95, null);
  assert.match(formatSummary(report), /Time stalled, of all watched +–/);
});

test('an outage that service time hides is told in a note', () => {
  const [note] = makeReport({ lateMs: 1_900 }).notes;
  assert.match(note ?? '', /^Segments came 1\.\d+ s after they were due \(p99\), though each was answered within 5/);
  assert.doesNotMatch(makeReport().notes.join('\n'), /after they were due/);
});

test('an answer that was slow itself is no outage that was hidden', () => {
  const report = makeReport({ lateMs: 1_000, slowMs: 900 });
  assert.doesNotMatch(report.notes.join('\n'), /after they were due/);
});

test('notes tell of what this run was, and of nothing it was not', () => {
  const text = (story: RunStory, changes: Partial<ReportFacts>) => makeReport(story, changes).notes.join('\n');
  assert.match(text({}, {}), /Compare each proxy with the direct way/);
  assert.match(text({}, { egress: makeReport().egress.slice(1) }), /no direct way beside the proxies/);
  assert.doesNotMatch(text({}, { egress: makeReport().egress.slice(0, 1) }), /prox(y|ies) with|beside the proxies/);
  assert.match(text({}, {}), /Latency by program date/);
  assert.doesNotMatch(text({}, {}), /Latency by edge/);
  assert.match(text({}, { generator: { ...quiet, invalidWindows: 7 } }), /In 7 s a clock stepped/);
  assert.match(text({}, { notes: ['Two machines took part.'] }), /Two machines took part\./);
});

test('a proxy that was lost is named', () => {
  const egress = makeReport().egress.map((way) => (way.name === 'rome' ? { ...way, state: 'open' } : way));
  assert.match(makeReport({}, { egress }).notes.join('\n'), /Not in use to the end: rome\./);
});

test('loopback is not passed off as a network', () => {
  const record = { authority: 'http://127.0.0.1:80', addresses: ['127.0.0.1'], by: 'loopback' as const };
  const rest = { fingerprint: null, sha256: null, firstCheckedAt: '', lastCheckedAt: '', checks: 1 };
  const limits = { maxViewers: null, maxMbps: null, paths: [], notAfter: null };
  const { notes } = makeReport({}, { consent: [{ ...record, ...rest, ...limits }] });
  assert.match(notes.join('\n'), /no network was between them/);
});

test('renditions that were declared and never played are listed, and those played without being declared', () => {
  const declared = [
    { name: '360p', bandwidth: 800_000 },
    { name: '1080p', bandwidth: 6_000_000 },
  ];
  assert.deepEqual(
    makeReport({}, { renditions: declared }).renditions.map(({ name, mediaSeconds }) => [name, mediaSeconds > 0]),
    [
      ['360p', false],
      ['1080p', false],
      ['720p', true],
    ],
  );
});

test('no credential and no query of the stream is in any form of the report', async () => {
  const report = makeReport();
  const forms = [
    JSON.stringify(report),
    formatHtml(report),
    formatSummary(report),
    await formatPrometheus({ runId: report.runId, target: report.target, sample: sampleAt(1_000), report }),
  ];
  for (const form of forms) assert.doesNotMatch(form, /hunter|anna/);
  assert.equal(report.target, 'https://origin.test/live/index.m3u8?…');
});

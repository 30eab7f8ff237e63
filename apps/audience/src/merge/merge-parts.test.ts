import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeSnapshots, Recorder } from '@dropwise/load';
import { buildReport } from '../report/build-report.ts';
import type { ReportFacts } from '../report/report-facts.ts';
import { makeFacts, sampleAt } from '../report/testing/make-report.ts';
import { mergeParts, type NamedPart } from './merge-parts.ts';
import { createPartFile, type PartFile, parsePartFile } from './part-file.ts';

function factsOfPart(index: number, count: number, changes: Partial<ReportFacts> = {}): ReportFacts {
  const facts = makeFacts({ seconds: 20, lateMs: 100 * index }, changes);
  return { ...facts, settings: { ...facts.settings, part: { index, count } } };
}

/** As it is read again from the disk. */
function partOf(index: number, count: number, changes: Partial<ReportFacts> = {}): NamedPart {
  const name = `${index}.json`;
  const parsed = parsePartFile(JSON.stringify(createPartFile(factsOfPart(index, count, changes))), name);
  assert.ok(parsed.ok, parsed.ok ? '' : parsed.failure);
  return { name, part: parsed.value };
}

function merged(parts: readonly NamedPart[]): ReportFacts {
  const result = mergeParts(parts, '0.1.0');
  assert.ok(result.ok, result.ok ? '' : result.failure);
  return result.value;
}

test('a whole run that is merged alone is the report it was', () => {
  const facts = makeFacts({ seconds: 20, stalledMs: 700 });
  const { part } = { part: createPartFile(facts) };
  const again = merged([{ name: 'whole.json', part }]);
  const { settings, ...report } = buildReport(again);
  const { settings: before, ...wanted } = buildReport(facts);
  assert.deepEqual(report, wanted);
  assert.equal(settings.url, before.url);
});

test('three parts are one run, to the bucket, whatever the order they are given in', () => {
  const parts = [partOf(2, 3), partOf(0, 3), partOf(1, 3)];
  const whole = merged(parts);
  assert.deepEqual(whole.snapshot, mergeSnapshots([0, 1, 2].map((index) => factsOfPart(index, 3).snapshot)));
  assert.deepEqual(whole, merged(parts.toReversed()));
  assert.equal(whole.endedEarly, null);
  assert.equal(whole.settings.part, null);
  assert.equal(whole.generator.shards, 3);
  assert.equal(whole.egress.find(({ name }) => name === 'oslo')?.viewers, 270);
  assert.equal(whole.timeline.at(-1)?.viewers.playing, 600);
  assert.equal(whole.timeline.length, 20);
});

test('thresholds are judged anew, by the figures of the whole', () => {
  const thresholds = [{ expression: 'stalled_time_pct>0.5', value: null, failed: true }];
  const [result] = merged([partOf(0, 2, { thresholds }), partOf(1, 2, { thresholds })]).thresholds;
  assert.deepEqual(result, { expression: 'stalled_time_pct>0.5', value: 0, failed: false });
});

test('a part that is missing makes the run partial, and says which', () => {
  assert.equal(merged([partOf(0, 4), partOf(2, 4)]).endedEarly, 'of 4 parts parts 1, 3 are missing');
  assert.equal(buildReport(merged([partOf(0, 2)])).outcome, 'partial');
});

test('why a part ended early is told with its number', () => {
  const whole = merged([partOf(0, 2), partOf(1, 2, { endedEarly: 'a shard was lost', notes: ['Shard 1 died.'] })]);
  assert.equal(whole.endedEarly, 'part 1 of 2: a shard was lost');
  assert.deepEqual(whole.notes, ['In part 1 of 2: Shard 1 died.']);
});

test('parts that did not begin together say by how much', () => {
  const late = factsOfPart(1, 2).startedAtMs + 4000;
  const whole = merged([partOf(0, 2), partOf(1, 2, { startedAtMs: late, endedAtMs: late + 20_000 })]);
  assert.match(whole.notes[0] ?? '', /began within 4\.0 s of each other/);
  const [first] = whole.timeline;
  assert.equal(first?.viewers.playing, 200, 'the second part is not there yet');
  assert.equal(whole.timeline.length, 24);
  assert.equal(whole.timeline.at(-1)?.viewers.playing, 200, 'the first part has gone');
  assert.equal(whole.timeline.at(-1)?.segments, 4000, 'and what it counted stays');
});

test('the same consent that several machines asked for is one record', () => {
  const record = {
    authority: 'http://127.0.0.1:80',
    addresses: ['127.0.0.1'],
    by: 'loopback' as const,
    fingerprint: null,
    sha256: null,
    firstCheckedAt: '2026-11-28T18:00:01Z',
    lastCheckedAt: '2026-11-28T18:00:01Z',
    checks: 2,
    maxViewers: null,
    maxMbps: null,
    paths: [],
    notAfter: null,
  };
  const earlier = { ...record, firstCheckedAt: '2026-11-28T18:00:00Z', addresses: ['127.0.0.2'] };
  const { consent } = merged([partOf(0, 2, { consent: [record] }), partOf(1, 2, { consent: [earlier] })]);
  assert.deepEqual(consent, [
    { ...record, firstCheckedAt: '2026-11-28T18:00:00Z', addresses: ['127.0.0.1', '127.0.0.2'], checks: 4 },
  ]);
});

function withSettings(index: number, changes: Partial<ReportFacts['settings']>): NamedPart {
  const facts = factsOfPart(index, 2);
  return { name: `${index}.json`, part: createPartFile({ ...facts, settings: { ...facts.settings, ...changes } }) };
}

const refused: readonly (readonly [what: string, parts: readonly NamedPart[], sentence: RegExp])[] = [
  ['nothing', [], /There is nothing to merge/],
  [
    'another run',
    [partOf(0, 2), partOf(1, 2, { runId: 'run-2' })],
    /1\.json: it is of run run-2, and 0\.json of run-1/,
  ],
  [
    'the same part twice',
    [partOf(0, 2), { ...partOf(0, 2), name: 'copy.json' }],
    /0\.json and copy\.json are the same part of the run, part 0 of 2/,
  ],
  ['another number of parts', [partOf(0, 2), partOf(1, 3)], /1\.json: it is part 1 of 3, and 0\.json part 0 of 2/],
  ['a part and a whole', [partOf(0, 2), withSettings(1, { part: null })], /it is part 0 of 1/],
  [
    'another load',
    [partOf(0, 2), withSettings(1, { viewers: 201, seed: 9 })],
    /other settings than 0\.json \(viewers, seed\)/,
  ],
];

for (const [what, parts, sentence] of refused) {
  test(`${what} cannot be merged`, () => {
    const result = mergeParts(parts, '0.1.0');
    assert.equal(result.ok, false);
    assert.match(result.ok ? '' : result.failure, sentence);
  });
}

test('machines may have different numbers of processes', () => {
  assert.equal(mergeParts([partOf(0, 2), withSettings(1, { shards: 7, part: { index: 1, count: 2 } })], '1').ok, true);
});

test('a part file holds no credentials and no query', () => {
  const facts = factsOfPart(0, 1);
  const [proxy] = facts.settings.egress.proxies;
  assert.ok(proxy);
  const proxies = [{ ...proxy, credentials: { user: 'someone', password: 'opensesame' } }];
  const settings = {
    ...facts.settings,
    url: 'https://stream.example/live.m3u8?token=opensesame',
    nats: 'nats://someone:opensesame@127.0.0.1:4222',
    egress: { ...facts.settings.egress, proxies },
  };
  assert.doesNotMatch(JSON.stringify(createPartFile({ ...facts, settings })), /opensesame|someone/);
});

const sound = createPartFile(factsOfPart(0, 1));
const damaged: readonly (readonly [what: string, text: string, sentence: RegExp])[] = [
  ['no JSON', '{', /x\.json is no JSON/],
  ['another file', '{"format":"dropwise-audience-report"}', /x\.json is no part file of a run/],
  ['another version', JSON.stringify({ ...sound, version: 2 }), /another version of this program/],
  ['a missing field', JSON.stringify({ ...sound, snapshot: undefined }), /x\.json is damaged at snapshot/],
  ['a negative count', JSON.stringify({ ...sound, startedAtMs: -1 }), /damaged at startedAtMs/],
];

for (const [what, text, sentence] of damaged) {
  test(`${what} is refused by name`, () => {
    const parsed = parsePartFile(text, 'x.json');
    assert.equal(parsed.ok, false);
    assert.match(parsed.ok ? '' : parsed.failure, sentence);
  });
}

function withHistogram(change: (encoded: string) => string, count: number): PartFile {
  const recorder = new Recorder();
  recorder.series('direct', '').record('ttfb_due', 5);
  const snapshot = recorder.snapshot(1000);
  const text = JSON.stringify(snapshot, (key, value) =>
    key === 'encoded' ? change(value) : key === 'count' ? count : value,
  );
  return { ...sound, snapshot: JSON.parse(text) };
}

test('a histogram that was cut off, or counts other than it says, is found out', () => {
  for (const part of [withHistogram((encoded) => encoded.slice(0, 20), 1), withHistogram((encoded) => encoded, 2)]) {
    const result = mergeParts([{ name: 'a.json', part }], '0.1.0');
    assert.equal(result.ok, false);
    assert.match(result.ok ? '' : result.failure, /a\.json: the histogram of ttfb_due for direct .* damaged/);
  }
});

test('a sample as it stands says nothing of another second', () => {
  const facts = factsOfPart(0, 2, { timeline: [sampleAt(1000), sampleAt(3000)] });
  const one: NamedPart = { name: 'a', part: createPartFile(facts) };
  const [, second] = merged([one, partOf(1, 2)]).timeline;
  assert.equal(second?.viewers.playing, 400, 'between two samples the earlier one stands');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noRendition, Recorder } from '../recorder/index.ts';
import type { Snapshot } from '../recorder/snapshot.ts';
import { evaluateThresholds, type ThresholdResult } from './evaluate-thresholds.ts';
import { parseThreshold, type Threshold } from './parse-threshold.ts';
import { quantities } from './quantities.ts';

function parsed(text: string): Threshold {
  const result = parseThreshold(text);
  assert.ok(result.ok, result.ok ? '' : result.failure);
  return result.value;
}

function judge(text: string, snapshot: Snapshot): ThresholdResult {
  const [result] = evaluateThresholds(snapshot, [parsed(text)]);
  assert.ok(result);
  return result;
}

function aRun(): Snapshot {
  const recorder = new Recorder();
  const direct = recorder.series('direct', noRendition);
  direct.count('sessions', 4);
  direct.count('watched_ms', 100_000);
  direct.count('stalled_ms', 500);
  for (let i = 0; i < 100; i++) direct.record('ttfb_due', 10);
  recorder.series('[::1]:8080', noRendition).record('ttfb_due', 900);
  recorder.series('direct', '720p').record('segment_throughput', 4000);
  return recorder.snapshot(10_000);
}

const table: readonly (readonly [expression: string, failed: boolean])[] = [
  ['stalled_time_pct>0.5', false],
  ['stalled_time_pct>=0.5', true],
  ['stalled_time_pct < 0.6', true],
  ['stalled_time_pct<=0.4', false],
  ['ttfb_due_p50_ms>11', false],
  ['ttfb_due_max_ms>899.9', true],
  ['ttfb_due_p99_ms@direct>500', false],
  ['ttfb_due_p99_ms@[::1]:8080>500', true],
  ['segment_throughput_p50_kbps<3000', false],
  ['segment_throughput_min_kbps<5000', true],
];

for (const [expression, failed] of table) {
  test(`${expression} ${failed ? 'fails' : 'holds'}`, () => {
    assert.equal(judge(expression, aRun()).failed, failed);
  });
}

test('what cannot be reckoned does not hold: nobody can vouch for it', () => {
  assert.deepEqual(judge('ttfb_due_p99_ms@proxy-9>500', aRun()), {
    expression: 'ttfb_due_p99_ms@proxy-9>500',
    value: null,
    failed: true,
  });
  assert.equal(judge('stalled_time_pct>5', new Recorder().snapshot()).failed, true);
});

test('what rightly never occurred holds: no stall is no long stall', () => {
  assert.deepEqual(judge('stall_duration_p95_ms>500', aRun()), {
    expression: 'stall_duration_p95_ms>500',
    value: null,
    failed: false,
  });
});

const refused: readonly (readonly [text: string, sentence: RegExp])[] = [
  ['', /"" is no threshold: write a metric/],
  ['stalled_time_pct', /is no threshold/],
  ['stalled_time_pct=5', /is no threshold/],
  ['stalled_time_pct>', /is no threshold/],
  ['stalled_time_pct>five', /expected a number after >, found "five"/],
  ['stalled_time_pct>5%', /expected a number after >, found "5%"/],
  ['stalled_time_pct>=>5', /found ">5"/],
  ['stalled_time_pct>1e400', /expected a number/],
  ['stalled_time>5', /there is no metric "stalled_time"\. Did you mean stalled_time_pct\?/],
  ['ttfb_due_p98_ms>5', /Did you mean ttfb_due_p9[59]_ms\?/],
  ['rendition_time_pct>5', /there is no metric/],
  ['xyzzy>5', /there is no metric "xyzzy"\. Metrics: stalled_time_pct, rebuffer_ratio, .*ttfb_due \(ms\)/],
];

for (const [text, sentence] of refused) {
  test(`"${text}" is refused, and the sentence says how to write it`, () => {
    const result = parseThreshold(text);
    assert.equal(result.ok, false);
    assert.match(result.ok ? '' : result.failure, sentence);
  });
}

test('every quantity that the list offers can be asked for', () => {
  const empty = new Recorder().snapshot();
  for (const { name } of quantities) assert.equal(judge(`${name}>1`, empty).value, null);
});

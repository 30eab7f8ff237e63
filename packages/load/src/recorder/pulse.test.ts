import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergePulses, percentileOf } from './pulse.ts';
import { Recorder } from './recorder.ts';

test('a pulse tells counts since the beginning, and values since the pulse before', () => {
  const recorder = new Recorder();
  const series = recorder.series('direct', '720p');
  series.count('segments', 3);
  series.record('ttfb_due', 100);
  assert.equal(percentileOf(recorder.pulse(), 'ttfb_due', 95), 100.351, 'the top of its bucket');
  series.count('segments', 2);
  series.record('ttfb_due', 7);
  const second = recorder.pulse();
  assert.equal(second.counts.segments, 5);
  assert.ok(Math.abs((percentileOf(second, 'ttfb_due', 99) ?? 0) - 7) < 0.1);
  const third = recorder.pulse();
  assert.equal(percentileOf(third, 'ttfb_due', 95), null);
  assert.equal(third.egress[0]?.ttfbDueP95Ms, null);
});

test('renditions of one egress are told together, and its failures with it', () => {
  const recorder = new Recorder();
  recorder.series('proxy-1', '360p').count('segments', 2);
  recorder.series('proxy-1', '720p').count('segments', 3);
  recorder.series('direct', '720p').record('ttfb_due', 50);
  recorder.failure('reset', 'proxy-1');
  const { egress, failures } = recorder.pulse();
  assert.deepEqual(
    egress.map(({ name, counts, failures: own }) => [name, counts.segments, own]),
    [
      ['direct', 0, 0],
      ['proxy-1', 5, 1],
    ],
  );
  assert.equal(failures, 1);
  assert.ok((egress[0]?.ttfbDueP95Ms ?? 0) >= 50);
});

test('pulses of shards add up, and percentiles are of all their values together', () => {
  const fast = new Recorder();
  const slow = new Recorder();
  for (let i = 0; i < 90; i++) fast.series('direct', '').record('ttfb_due', 10);
  for (let i = 0; i < 10; i++) slow.series('direct', '').record('ttfb_due', 5000);
  fast.series('direct', '').count('segments', 90);
  slow.series('direct', '').count('segments', 10);
  const merged = mergePulses([fast.pulse(), slow.pulse()]);
  assert.equal(merged.counts.segments, 100);
  assert.equal(merged.egress.length, 1);
  assert.ok((percentileOf(merged, 'ttfb_due', 90) ?? 0) < 11);
  assert.ok((percentileOf(merged, 'ttfb_due', 91) ?? 0) > 4900);
  assert.ok((merged.egress[0]?.ttfbDueP95Ms ?? 0) > 4900, 'by egress it is that of the worst shard');
});

test('no pulses are a pulse of nothing', () => {
  const { counts, failures, windows, egress } = mergePulses([]);
  assert.equal(counts.segments, 0);
  assert.deepEqual([failures, windows, egress], [0, {}, []]);
});

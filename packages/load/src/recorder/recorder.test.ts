import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultRecorderLimits, Recorder } from './recorder.ts';
import { noRendition, otherLabel, type SeriesSnapshot, type Snapshot } from './snapshot.ts';

function seriesOf(snapshot: Snapshot, egress: string, rendition: string): SeriesSnapshot {
  const found = snapshot.series.find((series) => series.egress === egress && series.rendition === rendition);
  assert.ok(found, `no series ${egress}, ${rendition}`);
  return found;
}

test('a value is kept with a thousandth of its unit as grain', () => {
  const recorder = new Recorder();
  const series = recorder.series('direct', '720p');
  series.record('ttfb_sent', 0.4567);
  series.record('ttfb_sent', 12.25);
  const kept = seriesOf(recorder.snapshot(), 'direct', '720p').distributions.ttfb_sent;
  assert.equal(kept?.count, 2);
  assert.equal(kept?.sumGrains, 12_707);
  assert.equal(kept?.minGrains, 457);
  assert.equal(kept?.maxGrains, 12_250);
});

test('counts add up, and those that are zero are left out', () => {
  const recorder = new Recorder();
  const series = recorder.series('direct', noRendition);
  series.count('segments');
  series.count('media_bytes', 1500);
  series.count('media_bytes', 500);
  series.count('stalls', 0);
  assert.deepEqual(seriesOf(recorder.snapshot(), 'direct', noRendition).counts, { segments: 1, media_bytes: 2000 });
});

test('a series that was asked for and never used is not told', () => {
  const recorder = new Recorder();
  recorder.series('direct', '720p');
  assert.deepEqual(recorder.snapshot().series, []);
});

test('the same labels are the same series', () => {
  const recorder = new Recorder();
  assert.equal(recorder.series('a', 'b'), recorder.series('a', 'b'));
  assert.notEqual(recorder.series('a', 'b'), recorder.series('b', 'a'));
});

test('being ahead of the latency aimed at is kept apart from being behind', () => {
  const recorder = new Recorder();
  const series = recorder.series('direct', '720p');
  series.record('latency_drift', 800);
  series.record('latency_drift', -300);
  const { distributions } = seriesOf(recorder.snapshot(), 'direct', '720p');
  assert.equal(distributions.latency_drift?.maxGrains, 800_000);
  assert.equal(distributions.latency_drift?.belowZero, 0);
  assert.equal(distributions.latency_lead?.maxGrains, 300_000);
});

test('a negative value of another metric is kept as zero and marked, one beyond the cap as the cap', () => {
  const recorder = new Recorder();
  const series = recorder.series('direct', '720p');
  series.record('live_latency_pdt', -40);
  series.record('stall_duration', 1e12);
  const { distributions } = seriesOf(recorder.snapshot(), 'direct', '720p');
  assert.equal(distributions.live_latency_pdt?.belowZero, 1);
  assert.equal(distributions.live_latency_pdt?.maxGrains, 0);
  assert.equal(distributions.stall_duration?.aboveCap, 1);
  assert.equal(distributions.stall_duration?.count, 1);
});

test('what is no number is a fault of the tool, and said so', () => {
  assert.throws(() => new Recorder().series('direct', '').record('ttfb_sent', Number.NaN), /no number/);
});

test('beyond the limit of series, values are counted under (other), and the snapshot says so', () => {
  const recorder = new Recorder({ ...defaultRecorderLimits, maxSeries: 2 });
  for (const name of ['a', 'b', 'c', 'd']) recorder.series(name, '').count('segments');
  const snapshot = recorder.snapshot();
  assert.deepEqual(
    snapshot.series.map(({ egress, counts }) => [egress, counts.segments]),
    [
      [otherLabel, 2],
      ['a', 1],
      ['b', 1],
    ],
  );
  assert.equal(snapshot.overflow.series, 2);
});

test('beyond the limit of histograms, counts stay where they belong and values go to (other)', () => {
  const recorder = new Recorder({ ...defaultRecorderLimits, maxDistributions: 1 });
  for (const name of ['a', 'b']) {
    const series = recorder.series(name, '');
    series.count('segments');
    series.record('ttfb_sent', 5);
    series.record('ttfb_sent', 6);
  }
  const snapshot = recorder.snapshot();
  assert.equal(seriesOf(snapshot, 'a', '').distributions.ttfb_sent?.count, 2);
  assert.equal(seriesOf(snapshot, 'b', '').distributions.ttfb_sent, undefined);
  assert.equal(seriesOf(snapshot, 'b', '').counts.segments, 1);
  assert.equal(seriesOf(snapshot, otherLabel, otherLabel).distributions.ttfb_sent?.count, 2);
  assert.equal(snapshot.overflow.distributions, 1);
});

test('failed attempts are counted by class and egress; beyond the limit the egress is (other)', () => {
  const recorder = new Recorder({ ...defaultRecorderLimits, maxFailureKinds: 2 });
  for (const egress of ['a', 'a', 'b', 'c', 'd']) recorder.failure('reset', egress);
  assert.deepEqual(recorder.snapshot().failures, [
    { class: 'reset', egress: otherLabel, count: 2 },
    { class: 'reset', egress: 'a', count: 2 },
    { class: 'reset', egress: 'b', count: 1 },
  ]);
  assert.equal(recorder.snapshot().overflow.failures, 2);
});

test('a snapshot in steps does one histogram at a time, and is the same in the end', () => {
  const recorder = new Recorder();
  for (const rendition of ['360p', '720p']) {
    const series = recorder.series('direct', rendition);
    for (const metric of ['ttfb_sent', 'ttfb_due', 'startup_time'] as const) series.record(metric, 10);
  }
  const steps = recorder.snapshotSteps(5000);
  let count = 0;
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) count++;
  assert.equal(count, 6);
  assert.deepEqual(step.value, recorder.snapshot(5000));
});

test('a snapshot is plain JSON', () => {
  const recorder = new Recorder();
  recorder.series('direct', '720p').record('ttfb_due', 3);
  const snapshot = recorder.snapshot(1000);
  assert.deepEqual(JSON.parse(JSON.stringify(snapshot)), snapshot);
});

test('a later snapshot holds all of an earlier one', () => {
  const recorder = new Recorder();
  const series = recorder.series('direct', '720p');
  series.record('ttfb_due', 3);
  recorder.snapshot();
  series.record('ttfb_due', 4);
  assert.equal(seriesOf(recorder.snapshot(), 'direct', '720p').distributions.ttfb_due?.count, 2);
});

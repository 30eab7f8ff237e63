import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type CounterName, type DistributionName, distributionMetrics } from '../metrics/index.ts';
import { mergeSnapshots } from './merge-snapshots.ts';
import { Recorder } from './recorder.ts';

const entry = fc.record({
  shard: fc.nat(3),
  egress: fc.constantFrom('direct', 'proxy-1', 'proxy-2'),
  rendition: fc.constantFrom('', '360p', '720p'),
  what: fc.oneof(
    fc.record({
      kind: fc.constant('value' as const),
      metric: fc.constantFrom<DistributionName>(...distributionMetrics.map(({ name }) => name)),
      // From microseconds to beyond the cap, so that shards grow to different sizes; below zero too.
      value: fc.oneof(
        fc.double({ min: 0, max: 50, noNaN: true }),
        fc.double({ min: -500, max: 100_000, noNaN: true }),
        fc.constantFrom(0, 1048.575, 1048.576, 3e8),
      ),
    }),
    fc.record({
      kind: fc.constant('count' as const),
      counter: fc.constantFrom<CounterName>('segments', 'media_bytes', 'stalled_ms'),
      by: fc.integer({ min: 1, max: 1_000_000 }),
    }),
    fc.record({ kind: fc.constant('failure' as const), class: fc.constantFrom('reset', 'tls', 'gone') }),
  ),
});
type Entry = typeof entry extends fc.Arbitrary<infer Value> ? Value : never;

function write(recorder: Recorder, { egress, rendition, what }: Entry): void {
  if (what.kind === 'failure') recorder.failure(what.class, egress);
  else if (what.kind === 'count') recorder.series(egress, rendition).count(what.counter, what.by);
  else recorder.series(egress, rendition).record(what.metric, what.value);
}

test('the sum of the shards is, to the bucket and to the byte, what a single recorder would have heard', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 300 }), (entries) => {
      const single = new Recorder();
      const shards = [new Recorder(), new Recorder(), new Recorder(), new Recorder()];
      for (const one of entries) {
        write(single, one);
        write(shards[one.shard] ?? single, one);
      }
      assert.deepEqual(mergeSnapshots(shards.map((shard) => shard.snapshot(1000))), single.snapshot(1000));
    }),
    { numRuns: 150 },
  );
});

test('the order of merging does not matter, nor whether it is done at once', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 60 }), (entries) => {
      const shards = [new Recorder(), new Recorder(), new Recorder()];
      for (const one of entries) write(shards[one.shard % 3] ?? new Recorder(), one);
      const [a, b, c] = shards.map((shard) => shard.snapshot());
      assert.ok(a && b && c);
      assert.deepEqual(mergeSnapshots([c, a, b]), mergeSnapshots([mergeSnapshots([a, b]), c]));
    }),
    { numRuns: 30 },
  );
});

test('a trifle below zero is zero, on whichever shard it comes', () => {
  const snapshots = [0, -0, -0.0001].map((value) => {
    const recorder = new Recorder();
    recorder.series('direct', '').record('live_latency_edge', value);
    return recorder.snapshot();
  });
  const minima = snapshots.map(({ series }) => series[0]?.distributions.live_latency_edge?.minGrains);
  assert.deepEqual(minima, [0, 0, 0]);
});

test('it goes through JSON on the way', () => {
  const recorder = new Recorder();
  recorder.series('direct', '720p').record('ttfb_due', 17.5);
  const snapshot = recorder.snapshot(2000);
  const travelled = mergeSnapshots([JSON.parse(JSON.stringify(snapshot)), JSON.parse(JSON.stringify(snapshot))]);
  assert.equal(travelled.series[0]?.distributions.ttfb_due?.count, 2);
});

test('shards run side by side: the longest window is that of the whole', () => {
  const windows = [null, 4000, 7000].map((windowMs) => new Recorder().snapshot(windowMs));
  assert.equal(mergeSnapshots(windows).windowMs, 7000);
  assert.equal(mergeSnapshots([]).windowMs, null);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Timeline } from '@dropwise/contract/audience';
import fc from 'fast-check';
import { sampleAt, waySample } from './testing/make-report.ts';

const seconds = fc.array(
  fc.record({
    dueMs: fc.option(fc.integer({ min: 0, max: 5_000 })),
    goodput: fc.integer({ min: 0, max: 1_000_000 }),
    stalled: fc.integer({ min: 0, max: 200 }),
  }),
  { minLength: 1, maxLength: 200 },
);

test('a run of any length fits, and neither its worst second nor its counts are lost', () => {
  fc.assert(
    fc.property(seconds, fc.integer({ min: 1, max: 10 }), (run, half) => {
      const timeline = new Timeline(half * 2);
      for (const [index, { dueMs, goodput, stalled }] of run.entries()) {
        timeline.add(
          sampleAt((index + 1) * 1_000, {
            stalls: index,
            ttfbDueP95Ms: dueMs,
            goodputBitsPerSecond: goodput,
            viewers: { ...sampleAt(0).viewers, playing: 200 - stalled, stalled },
          }),
        );
      }
      const kept = timeline.samples();
      assert.ok(kept.length <= half * 2);
      assert.equal(kept.at(-1)?.stalls, run.length - 1);
      const worst = (values: readonly (number | null)[]) => Math.max(...values.map((value) => value ?? -1));
      assert.equal(worst(kept.map(({ ttfbDueP95Ms }) => ttfbDueP95Ms)), worst(run.map(({ dueMs }) => dueMs)));
      assert.equal(worst(kept.map(({ viewers }) => viewers.stalled)), worst(run.map(({ stalled }) => stalled)));
      for (const { viewers } of kept) assert.equal(viewers.playing + viewers.stalled, 200);
      for (const [index, { atMs }] of kept.entries()) assert.ok(atMs > (kept[index - 1]?.atMs ?? 0));
    }),
  );
});

test('goodput of joined seconds is their mean', () => {
  const timeline = new Timeline(2);
  for (const [index, goodput] of [1, 2, 3, 6, 10, 20, 30, 40].entries()) {
    timeline.add(sampleAt((index + 1) * 1_000, { goodputBitsPerSecond: goodput }));
  }
  assert.deepEqual(
    timeline.samples().map(({ goodputBitsPerSecond }) => goodputBitsPerSecond),
    [3, 25],
  );
});

test('a run that fits is kept by the second', () => {
  const timeline = new Timeline();
  const samples = Array.from({ length: 3_600 }, (_, index) => sampleAt((index + 1) * 1_000));
  for (const sample of samples) timeline.add(sample);
  assert.deepEqual(timeline.samples(), samples);
});

test('where there are more ways than all seconds can tell of, the last second does', () => {
  const timeline = new Timeline(4, 12);
  const ways = (count: number) => Array.from({ length: count }, (_, index) => waySample(`p${index}`, index, 1));
  for (let second = 1; second <= 9; second++) timeline.add(sampleAt(second * 1_000, { egress: ways(4) }));
  assert.deepEqual(
    timeline.samples().map(({ egress }) => egress.length),
    [0, 0, 4],
  );
  const few = new Timeline(4, 12);
  for (let second = 1; second <= 4; second++) few.add(sampleAt(second * 1_000, { egress: ways(3) }));
  assert.ok(few.samples().every(({ egress }) => egress.length === 3));
});

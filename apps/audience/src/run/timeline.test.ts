import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AudienceSample } from '@dropwise/contract/audience';
import { Timeline } from './timeline.ts';

function sampleAt(atMs: number): AudienceSample {
  return { atMs } as AudienceSample;
}

test('an hour is kept by the second', () => {
  const timeline = new Timeline();
  for (let second = 1; second <= 3_600; second++) timeline.add(sampleAt(second * 1_000));
  assert.equal(timeline.samples().length, 3_600);
});

test('a day is kept at even distances, with its first and last second, and never grows without end', () => {
  const timeline = new Timeline();
  for (let second = 0; second < 86_399; second++) timeline.add(sampleAt(second * 1_000));
  const samples = timeline.samples();
  assert.ok(samples.length <= 3_601, `${samples.length} samples`);
  assert.equal(samples[0]?.atMs, 0);
  assert.equal(samples.at(-1)?.atMs, 86_398_000);
  const distances = new Set(samples.slice(1, -1).map((sample, index) => sample.atMs - (samples[index]?.atMs ?? 0)));
  assert.deepEqual([...distances], [32_000]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seriesOf, withSample } from './run-series.ts';
import { buildSample } from './testing/build-run.ts';

const second = (count: number) => buildSample(count * 1_000);
const viewers = { planned: 10, joining: 0, playing: 7, stalled: 3, ended: 0, failed: 0, lost: 0 };

test('a second without a sample is a gap, not a line between its neighbours', () => {
  const { xs, playing } = seriesOf([second(1), second(2), second(9)]);
  assert.deepEqual(xs, [1_000, 2_000, 3_000, 9_000]);
  assert.deepEqual(playing, [10, 10, null, 10]);
});

test('a long run is drawn with fewer points, and its worst seconds are among them', () => {
  const samples = Array.from({ length: 1_000 }, (_, index) =>
    index === 501 ? buildSample(501_000, { viewers }) : second(index),
  );
  const { xs, stalled, playing } = seriesOf(samples, 100);
  assert.equal(xs.length, 100);
  assert.equal(Math.max(...stalled.map((value) => value ?? 0)), 3);
  assert.ok(!playing.includes(null), 'what was left out is no gap');
});

test('a sample that comes again replaces itself, and the oldest make room', () => {
  const two = withSample(withSample([], second(1)), second(2));
  assert.deepEqual(
    withSample(two, buildSample(2_000, { failures: 5 })).map(({ failures }) => failures),
    [0, 5],
  );
  assert.deepEqual(
    withSample(two, second(3), 2).map(({ atMs }) => atMs),
    [2_000, 3_000],
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { barMarks, type ChartSpec, readOut, topOf } from './chart-spec.ts';

test('marks leave room for their words and the last bar always has one', () => {
  assert.deepEqual(barMarks(7, 700, 60), [0, 1, 2, 3, 4, 5, 6]);
  assert.deepEqual(barMarks(7, 200, 60), [0, 3, 6]);
  assert.deepEqual(barMarks(30, 300, 60), [5, 11, 17, 23, 29]);
  assert.deepEqual(barMarks(1, 10, 60), [0]);
  assert.deepEqual(barMarks(0, 300, 60), []);
});

test('an axis has room above the highest value and is never without height', () => {
  const series = (values: (number | null)[]) => [{ label: 'a', values, color: 'accent' as const }];
  assert.equal(topOf(series([0, null]), 0), 1);
  assert.equal(topOf(series([100]), 0), 108);
  assert.equal(topOf(series([1]), 50), 54);
});

test('the line under the pointer names every series, also where it has no value', () => {
  const spec: ChartSpec = {
    shape: 'bars',
    xs: [0, 1],
    series: [
      { label: 'confirmed', values: [2, 3], color: 'accent' },
      { label: 'estimated', values: [4, null], color: 'accent', hatched: true },
    ],
    formatX: (x) => `day ${x}`,
    formatY: (y) => `${y} h`,
  };
  assert.equal(readOut(spec, 1), 'day 1 · confirmed 3 h · estimated –');
  assert.equal(readOut(spec, null), null);
  assert.equal(readOut(spec, 7), null);
});

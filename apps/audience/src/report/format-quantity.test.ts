import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  formatBitRate,
  formatBytes,
  formatClock,
  formatCount,
  formatMs,
  formatPercent,
  formatValue,
} from './format-quantity.ts';

const quantities: readonly [found: string, expected: string][] = [
  [formatMs(0), '0 ms'],
  [formatMs(0.424), '0.42 ms'],
  [formatMs(9.99), '9.99 ms'],
  [formatMs(851.4), '851 ms'],
  [formatMs(999.7), '1.00 s'],
  [formatMs(1_914), '1.91 s'],
  [formatMs(59_996), '1 min 0 s'],
  [formatMs(125_000), '2 min 5 s'],
  [formatMs(7_500_000), '2 h 5 min'],
  [formatMs(-1_250), '−1.25 s'],
  [formatMs(-125_000), '−2 min 5 s'],
  [formatPercent(0), '0.0 %'],
  [formatPercent(0.01), 'below 0.1 %'],
  [formatPercent(99.97), 'above 99.9 %'],
  [formatPercent(100), '100.0 %'],
  [formatBytes(999), '999 B'],
  [formatBytes(999_600), '1.0 MB'],
  [formatBytes(57_098_320), '57.1 MB'],
  [formatBitRate(93_600_000), '93.6 Mbit/s'],
  [formatCount(1_234_567), '1\u202f234\u202f567'],
  [formatCount(1_234.5678), '1\u202f234.57'],
  [formatCount(0.0341), '0.034'],
  [formatClock(200_900), '03:20'],
  [formatClock(3_800_000), '1:03:20'],
  [formatValue(null, 'ms'), '–'],
  [formatValue(2_800, 'kbit/s'), '2.8 Mbit/s'],
  [formatValue(0.5, 'ratio'), '50.0 %'],
  [formatValue(3, 'stalls'), '3'],
];
for (const [found, expected] of quantities) {
  test(`a quantity is written as ${expected}`, () => assert.equal(found, expected));
}

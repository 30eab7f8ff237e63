import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatBitRate, formatQuantity } from './quantity.ts';

describe('a measured value', () => {
  for (const [value, unit, text] of [
    [0.314, '%', '0.31%'],
    [100, '%', '100%'],
    [4.239, 'ms', '4.24 ms'],
    [6_100, 'ms', '6.1 sec'],
    [-1_500, 'ms', '-1.5 sec'],
    [2_800, 'kbit/s', '2.8 Mb/s'],
    [1_234_000_000, 'bytes', '1.23 GB'],
    [-1_960, 'kbit/s', '-1.96 Mb/s'],
    [0.5, 'h', '0.5 hr'],
    [0.00314, 'ratio', '0.0031'],
    [12_345, 'count', '12,345'],
    [7, 'stalls/h', '7'],
  ] as const)
    it(`of ${value} ${unit} is ${text}`, () => assert.equal(formatQuantity(value, unit, 'en'), text));

  it('of nothing is 0, in the smallest unit', () => assert.equal(formatBitRate(0, 'en'), '0 bit/s'));
});

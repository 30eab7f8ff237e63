import assert from 'node:assert/strict';
import { test } from 'node:test';
import { growthPercentOf, type MemorySample } from './memory-growth.ts';

const samplesOf = (...megabytes: readonly number[]): readonly MemorySample[] =>
  megabytes.map((each, hour) => ({ hour, scriptBytes: each * 1e6 - 1_000, documentBytes: 1_000 }));

test('what rises by the hour is told in full, from the first hour to the last', () => {
  assert.ok(Math.abs(growthPercentOf(samplesOf(4, 4.1, 4.2, 4.3, 4.4)) - 10) < 1e-9);
});

test('one high sample among flat ones is no growth, wherever it lies', () => {
  assert.ok(Math.abs(growthPercentOf(samplesOf(4, 4, 4.4, 4, 4))) < 1e-9);
  assert.ok(growthPercentOf(samplesOf(4, 4, 4, 4, 4, 4, 4, 4, 4.4)) < 6);
});

test('what falls is told as less than nothing', () => {
  assert.ok(growthPercentOf(samplesOf(4, 3.9, 3.8)) < 0);
});

test('of one sample no growth is claimed', () => {
  assert.throws(() => growthPercentOf(samplesOf(4)), RangeError);
});

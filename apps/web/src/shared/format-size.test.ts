import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatSize } from './format-size.ts';

test('a size has the unit that fits it', () => {
  assert.equal(formatSize(999, 'en'), '999 byte');
  assert.equal(formatSize(1_250, 'en'), '1.3 kB');
  assert.equal(formatSize(48_300_000, 'en'), '48 MB');
  assert.equal(formatSize(5e15, 'en'), '5,000,000 GB');
  assert.equal(formatSize(-1, 'en'), '0 byte');
});

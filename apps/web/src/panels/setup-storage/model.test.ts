import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StorageAnswer } from '@dropwise/contract';
import { littleSpaceBytes, verdictOf } from './model.ts';

const well: StorageAnswer = {
  folder: '/srv/dropwise',
  problem: null,
  freeBytes: littleSpaceBytes,
  databaseBytes: 1,
  databaseFailing: null,
  databaseReplaced: null,
};

test('what cannot be kept is bad, however much space there is', () => {
  assert.equal(verdictOf(well), 'good');
  assert.equal(verdictOf({ ...well, problem: { sentence: 'No.', command: null } }), 'bad');
  assert.equal(verdictOf({ ...well, databaseFailing: 'disk full', freeBytes: null }), 'bad');
});

test('little space is said, and a disk that does not tell is trusted', () => {
  assert.equal(verdictOf({ ...well, freeBytes: littleSpaceBytes - 1 }), 'little');
  assert.equal(verdictOf({ ...well, freeBytes: null }), 'good');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LogRecord } from '@dropwise/runtime';
import { lineLevelOf } from './line-level.ts';
import { createLineQueue } from './line-queue.ts';

const levels: readonly (readonly [level: LogRecord['level'], fields: LogRecord['fields'], expected: string])[] = [
  ['person', { fact: 'dropClaimed' }, 'info'],
  ['person', { fact: 'signedIn' }, 'info'],
  ['person', { fact: 'claimHandedOver' }, 'warning'],
  ['person', { fact: 'reasonRaised', reason: 'session-revoked' }, 'error'],
  ['person', { fact: 'reasonRaised', reason: 'twitch-slow' }, 'warning'],
  ['person', { fact: 'reasonRaised', reason: 'toString' }, 'warning'],
  ['person', {}, 'warning'],
  ['info', { fact: 'becameIdle' }, 'info'],
  ['detail', {}, 'detail'],
  ['debug', {}, 'debug'],
  ['trace', {}, 'trace'],
];
for (const [level, fields, expected] of levels) {
  test(`a line of level ${level} with ${JSON.stringify(fields)} is ${expected}`, () => {
    assert.equal(lineLevelOf({ level, fields }), expected);
  });
}

test('a line is cut at 4,000 characters, and says where it comes from', () => {
  const queue = createLineQueue();
  assert.equal(queue.isEmpty, true);
  queue.add({ atMs: 1, level: 'info', message: 'x'.repeat(5_000), part: 'gql', fields: {} });
  queue.add({ atMs: 2, level: 'detail', message: 'short', part: null, fields: { fact: 'channelLeft' } });
  const { lines, droppedCount } = queue.take();
  assert.equal(droppedCount, 0);
  assert.equal(lines[0]?.text, `${'x'.repeat(4_000)} … (cut)`);
  assert.deepEqual(lines[1], { at: 2, level: 'detail', source: 'miner', text: 'short  fact=channelLeft' });
  assert.equal(lines[0]?.source, 'gql');
  assert.equal(queue.isEmpty, true);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differencesOf, rangeOf } from './audit-rows.ts';

test('only what differs is shown, part by part', () => {
  const before = { 'mining.mode': 'plan', same: [1], gone: true };
  const after = { 'mining.mode': 'random', same: [1], fresh: { a: 1 } };
  assert.deepEqual(differencesOf(before, after), [
    { key: 'mining.mode', before: 'plan', after: 'random' },
    { key: 'gone', before: 'true', after: null },
    { key: 'fresh', before: null, after: '{"a":1}' },
  ]);
});

test('what has no parts is shown whole, and nothing is nothing', () => {
  assert.deepEqual(differencesOf('[set]', null), [{ key: '', before: '[set]', after: null }]);
  assert.deepEqual(differencesOf(null, { kind: 'x' }), [{ key: 'kind', before: null, after: 'x' }]);
  assert.deepEqual(differencesOf(null, null), []);
  assert.equal(differencesOf('x'.repeat(500), null)[0]?.before?.length, 401);
});

test('a range of days holds the last one whole', () => {
  const range = rangeOf('2026-03-01', '2026-03-01');
  assert.equal(
    Number(range.until) - Number(range.since),
    new Date(2026, 2, 2).getTime() - new Date(2026, 2, 1).getTime(),
  );
  assert.deepEqual(rangeOf('', 'tomorrow'), {});
});

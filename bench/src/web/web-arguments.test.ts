import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseWebArguments } from './web-arguments.ts';

test('without flags four hours are watched and sixty seconds are timed', () => {
  const parsed = parseWebArguments([]);
  assert.deepEqual(parsed, { ok: true, value: { hours: 4, seconds: 60, json: false, help: false } });
});

test('what is no number of hours, and what is no flag, is refused with what is expected', () => {
  for (const args of [['--hours', '0'], ['--hours', 'many'], ['--seconds', '1.5'], ['--days', '1'], ['x']]) {
    const parsed = parseWebArguments(args);
    assert.ok(!parsed.ok && /^expected /.test(parsed.failure), args.join(' '));
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkFlags } from './check-flags.ts';

test('where to listen, given wrong on the command line, is named; the rest is left to its defaults', () => {
  assert.deepEqual(checkFlags({ 'console.port': '8081', 'console.host': '::1', 'mining.mode': 'fastest' }), {
    ok: true,
    value: undefined,
  });
  const wrong = checkFlags({ 'console.port': 'abc', 'console.basePath': 'x/', nonsense: '1' });
  assert.ok(!wrong.ok);
  assert.match(wrong.failure, /^console\.port: expected a whole number from 0 to 65535, found "abc"\. Nothing/);
  assert.match(wrong.failure, /\nconsole\.basePath: expected a path such as/);
});

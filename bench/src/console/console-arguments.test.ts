import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseConsoleArguments } from './console-arguments.ts';

test('without flags a million facts are asked for', () => {
  const parsed = parseConsoleArguments([]);
  assert.deepEqual(parsed, {
    ok: true,
    value: { facts: 1_000_000, pages: 200, seconds: 10, json: false, help: false },
  });
});

test('flags take the place of what is usual', () => {
  const parsed = parseConsoleArguments(['--facts', '5', '--pages', '6', '--seconds', '7', '--json']);
  assert.deepEqual(parsed, { ok: true, value: { facts: 5, pages: 6, seconds: 7, json: true, help: false } });
});

for (const [args, sentence] of [
  [['--facts', '0'], /^expected --facts to be a whole number from 1 to 20000000, found "0"; correct it$/],
  [['--pages', 'many'], /^expected --pages to be a whole number from 1 to 100000, found "many"/],
  [['--fact', '1'], /^expected only --facts, --pages, --seconds, --json and --help, found: Unknown option/],
] as const) {
  test(`${args.join(' ')} is refused with a sentence`, () => {
    const parsed = parseConsoleArguments(args);
    assert.match(parsed.ok ? '' : parsed.failure, sentence);
  });
}

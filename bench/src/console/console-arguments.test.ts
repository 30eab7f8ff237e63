import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseConsoleArguments } from './console-arguments.ts';

test('without flags a million facts are asked for, and two hundred listen', () => {
  const parsed = parseConsoleArguments([]);
  assert.deepEqual(parsed, {
    ok: true,
    value: { facts: 1_000_000, pages: 200, seconds: 10, clients: 200, json: false, help: false },
  });
});

test('flags take the place of what is usual', () => {
  const parsed = parseConsoleArguments(['--facts', '5', '--pages', '6', '--seconds', '7', '--clients', '8', '--json']);
  assert.deepEqual(parsed, {
    ok: true,
    value: { facts: 5, pages: 6, seconds: 7, clients: 8, json: true, help: false },
  });
});

for (const [args, sentence] of [
  [['--facts', '0'], /^expected --facts to be a whole number from 1 to 20000000, found "0"; correct it$/],
  [['--pages', 'many'], /^expected --pages to be a whole number from 1 to 100000, found "many"/],
  [['--clients', '501'], /^expected --clients to be a whole number from 1 to 500, found "501"/],
  [['--fact', '1'], /^expected only --facts, --pages, --seconds, --clients, --json and --help, found: Unknown option/],
] as const) {
  test(`${args.join(' ')} is refused with a sentence`, () => {
    const parsed = parseConsoleArguments(args);
    assert.match(parsed.ok ? '' : parsed.failure, sentence);
  });
}

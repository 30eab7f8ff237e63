import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillArguments, hideArguments } from './hidden-arguments.ts';

for (const [command, shown] of [
  [
    ['run', '--api-token=abc'],
    ['run', '--api-token=[token]'],
  ],
  [
    ['run', '--password', 'hunter2', 'on'],
    ['run', '--password', '[token]', 'on'],
  ],
  [
    ['run', '-secret', 'a b'],
    ['run', '-secret', '[token]'],
  ],
  [
    ['env', 'MY_TOKEN=abc', 'run'],
    ['env', 'MY_TOKEN=[token]', 'run'],
  ],
  [
    ['run', '--proxy', 'http://ann:hush@proxy:1'],
    ['run', '--proxy', 'http://[token]@proxy:1'],
  ],
  // What names no value hides none.
  [
    ['run', '--no-password', '--verbose'],
    ['run', '--no-password', '--verbose'],
  ],
  [
    ['token', 'list'],
    ['token', 'list'],
  ],
  [
    ['run', '--tokens-file', 'x'],
    ['run', '--tokens-file', '[token]'],
  ],
  [[], []],
] as const) {
  test(`${command.join(' ') || 'no command'} is shown as ${shown.join(' ') || 'none'}, and comes back whole`, () => {
    assert.deepEqual(hideArguments(command), shown);
    assert.deepEqual(fillArguments(shown, command), command);
  });
}

test('what was changed where something is hidden stays as it was sent', () => {
  const kept = ['run', '--password', 'hunter2'];
  assert.deepEqual(fillArguments(['run', '--password', 'hunter3'], kept), ['run', '--password', 'hunter3']);
  assert.deepEqual(fillArguments(['run', '--password', '[token]', '-v'], kept), ['run', '--password', 'hunter2', '-v']);
});

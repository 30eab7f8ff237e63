import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UsageError } from './arguments/flags.ts';
import type { Command } from './commands/command.ts';
import { main } from './main.ts';
import { createTestIo } from './testing/process-io.ts';
import { version } from './version.ts';

async function run(...args: string[]) {
  const io = createTestIo();
  const started: string[][] = [];
  const commands: readonly Command[] = [
    {
      name: 'mine',
      summary: 'Mines.',
      loadFlags: async () => [{ name: 'quiet', doc: 'Say less.' }],
      run: async (rest) => {
        started.push(['mine', ...rest]);
        if (rest.includes('--bad')) throw new UsageError('There is no flag --bad.');
        if (rest.includes('--broken')) throw new RangeError('auth_token=abcdefgh is too long');
        return 3;
      },
    },
    {
      name: 'sim',
      summary: 'Simulates.',
      loadFlags: async () => [],
      ownHelp: true,
      run: async (rest) => {
        started.push(['sim', ...rest]);
        return 0;
      },
    },
  ];
  return { code: await main(args, io, commands), started, ...io.written };
}

test('a command gets the rest of the line, and its exit code is the program’s', async () => {
  const { code, started } = await run('mine', '--quiet');
  assert.equal(code, 3);
  assert.deepEqual(started, [['mine', '--quiet']]);
});

test('help comes for the program and for a command, and starts nothing', async () => {
  for (const args of [[], ['--help'], ['-h'], ['help']]) {
    const { code, stdout, started } = await run(...args);
    assert.equal(code, 0);
    assert.match(stdout, /Usage: dropwise <command>/);
    assert.deepEqual(started, []);
  }
  for (const args of [
    ['help', 'mine'],
    ['mine', '--help'],
    ['mine', '--quiet', '-h'],
  ]) {
    const { code, stdout, started } = await run(...args);
    assert.equal(code, 0);
    assert.match(stdout, /Usage: dropwise mine \[flags\][\s\S]*--quiet {2}Say less\./);
    assert.deepEqual(started, []);
  }
});

test('a command with help of its own is asked for it', async () => {
  assert.deepEqual((await run('help', 'sim')).started, [['sim', '--help']]);
  assert.deepEqual((await run('sim', '--help')).started, [['sim', '--help']]);
});

test('the version is printed', async () => {
  assert.equal((await run('--version')).stdout, `${version}\n`);
});

const refused: readonly (readonly [args: string, message: string])[] = [
  ['mien', 'There is no command "mien"; did you mean mine? See "dropwise --help".\n'],
  ['xyzzy', 'There is no command "xyzzy"; there are mine, sim. See "dropwise --help".\n'],
  ['help mien', 'There is no command "mien"; did you mean mine? See "dropwise --help".\n'],
  ['mine --bad', 'There is no flag --bad. See "dropwise help mine".\n'],
];

for (const [args, message] of refused) {
  test(`dropwise ${args} ends with 2 and says where to look`, async () => {
    const { code, stderr, stdout } = await run(...args.split(' '));
    assert.equal(code, 2);
    assert.equal(stderr, message);
    assert.equal(stdout, '');
  });
}

test('what nobody foresaw ends with 1, with its stack and without a token', async () => {
  const { code, stderr } = await run('mine', '--broken');
  assert.equal(code, 1);
  assert.match(stderr, /RangeError: auth_token=\[token\] is too long\n {4}at /);
});

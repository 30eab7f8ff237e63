import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadSettingFlags } from '@dropwise/runtime';
import { UsageError } from '../arguments/flags.ts';
import { parseConsoleArguments, startFlags } from './start.ts';

const settingFlags = [
  { key: 'mining.mode', flag: 'mining-mode', doc: 'How.' },
  { key: 'console.port', flag: 'console-port', doc: 'Where.' },
];

function parse(args: string) {
  return parseConsoleArguments(args === '' ? [] : args.split(' '), settingFlags);
}

test('without flags the settings decide everything', () => {
  const { launcher, version, ...rest } = parse('');
  assert.deepEqual(rest, {
    verbose: 0,
    quiet: false,
    dataDir: undefined,
    json: false,
    endpoints: null,
    acceleratedClock: null,
    settings: {},
    webFolder: null,
  });
  assert.match(launcher[1] ?? '', /bin.dropwise\.js$/);
  assert.match(version, /^\d+\.\d+\.\d+/);
});

test('host, port and base path are settings like all others', () => {
  const { settings } = parse(
    '--host 0.0.0.0 --port 0 --base-path /drops --mining-mode random --set history.lineDays=3',
  );
  assert.deepEqual(settings, {
    'console.host': '0.0.0.0',
    'console.port': '0',
    'console.basePath': '/drops',
    'mining.mode': 'random',
    'history.lineDays': '3',
  });
});

const refused: readonly (readonly [args: string, message: RegExp])[] = [
  ['--quiet -v', /opposite things/],
  ['--port 1 --console-port 2', /--port and console\.port say the same thing/],
  ['--port 1 --set console.port=2', /say the same thing/],
  ['--endpoints ftp://127.0.0.1', /must be an origin such as/],
  ['--speed 60', /need --endpoints/],
  ['--prot 1', /port/],
];

for (const [args, message] of refused) {
  test(`start ${args} is refused`, () => {
    assert.throws(
      () => parse(args),
      (error) => error instanceof UsageError && message.test(error.message),
    );
  });
}

test('no setting has a flag that the command already uses', async () => {
  const taken = new Set([...startFlags.map((flag) => flag.name), 'help']);
  const flags = (await loadSettingFlags('console')).map(({ flag }) => flag);
  assert.ok(flags.includes('console-port') && flags.includes('mining-mode'));
  assert.deepEqual(
    flags.filter((flag) => taken.has(flag)),
    [],
  );
});

test('what only the console reads is no flag of the miner', async () => {
  const flags = (await loadSettingFlags('miner')).map(({ flag }) => flag);
  assert.ok(flags.includes('mining-mode') && !flags.includes('console-port'));
});

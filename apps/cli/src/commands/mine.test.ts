import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadSettingFlags } from '@dropwise/runtime';
import { UsageError } from '../arguments/flags.ts';
import { version } from '../version.ts';
import { mineFlags, parseMinerArguments } from './mine.ts';

const settingFlags = [{ key: 'mining.mode', flag: 'mining-mode', doc: 'How.' }];

test('without flags everything is off', () => {
  assert.deepEqual(parseMinerArguments([], settingFlags), {
    verbose: 0,
    quiet: false,
    dataDir: undefined,
    json: false,
    untilClaims: null,
    endpoints: null,
    acceleratedClock: null,
    dump: false,
    debugWs: false,
    debugGql: false,
    ipc: false,
    version,
    settings: {},
  });
});

test('every flag arrives where the miner looks for it', () => {
  const args =
    '-vvvvv --data-dir d --json --until-claims 3 --endpoints http://127.0.0.1:81/ --dump --debug-ws --debug-gql --ipc ' +
    '--speed 60 --clock-from 1000@2000 --mining-mode random --set reload=5 --set list=a=b';
  assert.deepEqual(parseMinerArguments(args.split(' '), settingFlags), {
    verbose: 4,
    quiet: false,
    dataDir: 'd',
    json: true,
    untilClaims: 3,
    endpoints: 'http://127.0.0.1:81',
    acceleratedClock: { speed: 60, startMs: 1_000, realStartMs: 2_000 },
    dump: true,
    debugWs: true,
    debugGql: true,
    ipc: true,
    version,
    settings: { 'mining.mode': 'random', reload: '5', list: 'a=b' },
  });
});

const refused: readonly (readonly [args: string, message: RegExp])[] = [
  ['--quiet -v', /opposite things/],
  ['--until-claims 0', /--until-claims must be a whole number of at least 1, found "0"/],
  ['--until-claims 1.5', /found "1\.5"/],
  ['--until-claims many', /found "many"/],
  ['--endpoints 127.0.0.1', /must be an origin such as/],
  ['--endpoints http://127.0.0.1/gql', /must be an origin such as/],
  ['--endpoints ftp://127.0.0.1', /must be an origin such as/],
  ['--speed 60', /need --endpoints: the real Twitch has its own time/],
  ['--endpoints http://x --speed 0', /--speed must be a number above 0, found "0"/],
  ['--endpoints http://x --clock-from now', /two epoch times in ms, found "now"/],
  ['--set mining.mode', /--set needs KEY=VALUE, found "mining\.mode"/],
  ['--set =x', /--set needs KEY=VALUE/],
];

for (const [args, message] of refused) {
  test(`mine ${args} is refused`, () => {
    assert.throws(
      () => parseMinerArguments(args.split(' '), settingFlags),
      (error) => error instanceof UsageError && message.test(error.message),
    );
  });
}

test('no setting has a flag that the command already uses', async () => {
  const taken = new Set([...mineFlags.map((flag) => flag.name), 'help']);
  const flags = (await loadSettingFlags()).map(({ flag }) => flag);
  assert.ok(flags.includes('mining-mode'));
  assert.deepEqual(
    flags.filter((flag) => taken.has(flag)),
    [],
  );
  assert.equal(new Set(flags).size, flags.length);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { helpText, parseBenchArguments } from './arguments.ts';

test('without flags the goal’s own scenario is measured for an hour', () => {
  const parsed = parseBenchArguments([]);
  assert.deepEqual(parsed.ok && parsed.value, {
    scenario: 'launch-day',
    minutes: 60,
    runs: 5,
    speed: 60,
    seed: 1,
    json: false,
    help: false,
  });
});

test('every flag is taken', () => {
  const parsed = parseBenchArguments(
    '--scenario evening --minutes 5 --runs 1 --speed 30 --seed 7 --json --help'.split(' '),
  );
  assert.deepEqual(parsed.ok && parsed.value, {
    scenario: 'evening',
    minutes: 5,
    runs: 1,
    speed: 30,
    seed: 7,
    json: true,
    help: true,
  });
});

const refused: readonly (readonly [args: string, message: RegExp])[] = [
  ['--minutes 0', /--minutes to be a whole number from 1 to 10080, found "0"/],
  ['--minutes 1.5', /found "1\.5"/],
  ['--minutes=', /found ""/],
  ['--runs many', /--runs to be a whole number from 1 to 100, found "many"/],
  ['--scenario nowhere', /--scenario to be one of .*launch-day.*, found "nowhere"/],
  ['--minuts 3', /expected only the flags .*--minutes.*--minuts/],
  ['--minutes', /expected only the flags/],
  ['now', /expected only the flags/],
];

for (const [args, message] of refused) {
  test(`${args} is refused with a sentence`, () => {
    const parsed = parseBenchArguments(args.split(' '));
    assert.match(parsed.ok ? '' : parsed.failure, message);
  });
}

test('the help names every flag', () => {
  for (const flag of ['scenario', 'minutes', 'runs', 'speed', 'seed', 'json'])
    assert.match(helpText(), RegExp(`--${flag}`));
});

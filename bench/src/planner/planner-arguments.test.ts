import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePlannerArguments, plannerHelpText } from './planner-arguments.ts';
import { modeNames } from './replay-case.ts';

test('without flags everything is replayed', () => {
  const parsed = parsePlannerArguments([]);
  assert.ok(parsed.ok);
  const { jobs, ...rest } = parsed.value;
  assert.ok(jobs >= 1);
  assert.deepEqual(rest, {
    traces: null,
    months: null,
    games: [15, 40, 120, 'all'],
    seeds: [1, 2, 3],
    modes: modeNames,
    boundFrom: 'known',
    lines: false,
    json: false,
    replan: false,
    help: false,
  });
});

test('every flag is taken, and what is said twice counts once', () => {
  const text =
    '--traces dir --months 2025-06,2025-07 --games 40,all,40 --seeds 2 --modes plan,random --bound-from start --lines --jobs 3 --json --replan';
  const parsed = parsePlannerArguments(text.split(' '));
  assert.deepEqual(parsed.ok && parsed.value, {
    traces: 'dir',
    months: ['2025-06', '2025-07'],
    games: [40, 'all'],
    seeds: [2],
    modes: ['plan', 'random'],
    boundFrom: 'start',
    lines: true,
    jobs: 3,
    json: true,
    replan: true,
    help: false,
  });
});

const refused: readonly (readonly [args: string, message: RegExp])[] = [
  ['--games 0', /--games to be numbers of games from 1 to 100000 or "all", found "0"; correct it/],
  ['--games 40,,120', /--games .*found ""/],
  ['--games=', /--games .*found ""/],
  ['--seeds 1.5', /--seeds to be whole numbers .*found "1\.5"/],
  ['--modes plan,best', /--modes to be some of plan, priority_only.*found "best"/],
  ['--bound-from end', /--bound-from to be known or start, found "end"/],
  ['--jobs 0', /--jobs to be a whole number from 1 to 64, found "0"/],
  ['--jobs 1,2', /--jobs .*found "1,2"/],
  ['--game 40', /expected only the flags .*--games.*found: .*--game/],
  ['--games', /expected only the flags/],
  ['now', /expected only the flags/],
];

for (const [args, message] of refused) {
  test(`${args} is refused with a sentence`, () => {
    const parsed = parsePlannerArguments(args.split(' '));
    assert.match(parsed.ok ? '' : parsed.failure, message);
  });
}

test('the help names every flag and where the history is looked for', () => {
  for (const word of ['--traces', '--months', '--games', '--seeds', '--modes', '--jobs', '--json', 'DROPWISE_TRACES']) {
    assert.ok(plannerHelpText().includes(word), word);
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePlanArguments, planHelp } from './plan-arguments.ts';

test('without flags it is the plan of the account, for seven days', () => {
  assert.deepEqual(parsePlanArguments([]), {
    ok: true,
    value: {
      dataDir: undefined,
      scenario: null,
      seed: 1,
      asked: [],
      days: 7,
      width: null,
      all: false,
      json: false,
      help: false,
    },
  });
});

test('wishes are kept in the order they were given, each as often as it was given', () => {
  const parsed = parsePlanArguments(['--must', 'A', '--never=B', '--fill', 'C', '--must', 'D', '--want', 'E']);
  assert.deepEqual(parsed.ok && parsed.value.asked, [
    { wish: 'must', name: 'A' },
    { wish: 'never', name: 'B' },
    { wish: 'fill', name: 'C' },
    { wish: 'must', name: 'D' },
    { wish: 'want', name: 'E' },
  ]);
});

test('every other flag arrives', () => {
  const args = '--scenario sample --seed 4 --days 14 --width 100 --all --json';
  const parsed = parsePlanArguments(args.split(' '));
  assert.ok(parsed.ok);
  const { scenario, seed, days, width, all, json } = parsed.value;
  assert.deepEqual(
    { scenario, seed, days, width, all, json },
    {
      scenario: 'sample',
      seed: 4,
      days: 14,
      width: 100,
      all: true,
      json: true,
    },
  );
});

const refused: readonly (readonly [args: readonly string[], sentence: RegExp])[] = [
  [['--days', '0'], /--days must be a whole number from 1 to 14, found "0"/],
  [['--days', '15'], /found "15"/],
  [['--days', 'seven'], /found "seven"/],
  [['--width', '39'], /--width must be a whole number from 40 to 400, found "39"/],
  [['--seed', '1'], /--seed is for --scenario alone/],
  [['--scenario', 'sample', '--data-dir', 'd'], /leave out --data-dir, or --scenario/],
  [['--must', ' '], /--must needs the name of a game, a campaign or a drop/],
  [['--must'], /found: Option '--must <value>' argument missing/],
  [['--day', '7'], /There is no flag --day; did you mean --days\?/],
  [['--xyzzy'], /Expected only the flags --must, .*; found: Unknown option '--xyzzy'/],
  [['tomorrow'], /found: Unexpected argument 'tomorrow'/],
];

for (const [args, sentence] of refused) {
  test(`plan ${args.join(' ')} is refused`, () => {
    const parsed = parsePlanArguments(args);
    assert.ok(!parsed.ok);
    assert.match(parsed.failure, sentence);
  });
}

test('the help names every flag and fits a terminal', () => {
  for (const flag of [
    'must',
    'want',
    'fill',
    'never',
    'days',
    'all',
    'width',
    'json',
    'data-dir',
    'scenario',
    'seed',
  ]) {
    assert.ok(planHelp.includes(`--${flag}`), flag);
  }
  assert.ok(planHelp.split('\n').every((line) => line.length <= 100));
});

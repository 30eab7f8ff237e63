import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  atRisk,
  type BuiltCampaign,
  type BuiltSlot,
  buildView,
  givenUp,
  hourMs,
  onTrack,
} from './testing/build-plan.ts';
import { displayWidth } from './text/display-width.ts';
import { createLocalTime } from './text/local-time.ts';
import { formatTimeline } from './timeline.ts';

const crossings = 'Three Crossings of the Very Wide River';
const campaigns: readonly BuiltCampaign[] = [
  { name: crossings, from: -6, to: 400, drops: { First: onTrack(50), Second: givenUp('Lantern Week') } },
  {
    name: 'Lantern Week',
    game: 'Lanterns of Vael',
    from: -6,
    to: 60,
    drops: { Paper: onTrack(6), Brass: onTrack(26) },
  },
  { name: 'Night Ferry Launch', from: 20, to: 44, drops: { Hat: atRisk(44) } },
  { name: 'Never Watched', drops: { Oar: givenUp() } },
];
const slots: readonly BuiltSlot[] = [
  ['Lantern Week', 0, 6],
  [crossings, 6, 20],
  ['Lantern Week', 20, 26],
  ['Night Ferry Launch', 26, 44],
  [crossings, 44, 50],
];
const legend = '█ watched  ▄ watched for a part of it  · open  | ends';

test('a row for each campaign that is watched, by its first slot: open, watched, its end, its drops', () => {
  assert.deepEqual(formatTimeline(buildView(campaigns, slots)), [
    '                          Mon 5  Tue 6  Wed 7  Thu 8  Fri 9  Sat 10 Sun 11 drops',
    'Lanterns…: Lantern Week      ██· ··██·· ······ |                             2/2',
    'Nigh…: Three Crossings…      ·██ ██···· ··██·· ······ ······ ······ ······   1/2',
    'Night Ferry Launch                 ·███ ██|                                  1/1',
    legend,
  ]);
});

test('in fewer columns a day is known by its number, in very few it has no label', () => {
  assert.deepEqual(formatTimeline(buildView(campaigns, slots, { days: 14 })), [
    '                                 5  6  7  8  9  10 11 12 13 14 15 16 17 18 drops',
    'Lanterns of Vael: Lantern Week    █ ▄▄ ·· |                                  2/2',
    'Night…: Three Crossings of the…   █ █· ▄▄ ·· ·· ·· ·· ·· ·· ·· ·· ·· ·· ··   1/2',
    'Night Ferry Launch                  ·█ █|                                    1/1',
    legend,
  ]);
  assert.deepEqual(formatTimeline(buildView(campaigns, slots, { days: 14, width: 40 })).slice(0, 2), [
    '                                   drops',
    'Lant…: Lantern Week ▄▄·|             2/2',
  ]);
});

test('the columns of one day are its hours; what is watched later has no row', () => {
  assert.deepEqual(formatTimeline(buildView(campaigns, slots, { days: 1, width: 60 })), [
    '                 Mon 5                                 drops',
    'Lant…: Lantern…                    ██████████·········   2/2',
    'Nigh…: Three C…                    ·········▄█████████   1/2',
    legend,
  ]);
});

test('a day begins when it begins in the zone that is shown', () => {
  const time = createLocalTime('Pacific/Auckland');
  const [head = '', row = ''] = formatTimeline(buildView(campaigns, slots, { time, days: 2, width: 60 }));
  assert.match(head, /Tue 6 +Wed 7 +drops$/);
  // Noon UTC is an hour past midnight there.
  assert.equal(row.indexOf('█'), head.indexOf('Tue') + 1);
});

test('an end under a bar is marked in the next column', () => {
  const ends = (to: number): string => {
    const built = { name: 'To The End', from: 0, to, drops: { Hat: onTrack(to) } };
    return formatTimeline(buildView([built], [['To The End', 4, to]], { days: 2 }))[1] ?? '';
  };
  assert.match(ends(11), / ····▄███████\| +1\/1$/);
  assert.match(ends(11.4), / ····▄███████▄ \| +1\/1$/);
});

test('a must and a risk stay, of the others those that bring most; the rest is counted', () => {
  const many = Array.from({ length: 20 }, (_, index): BuiltCampaign => {
    const drops = Object.fromEntries(Array.from({ length: index + 1 }, (_, at) => [`${index}-${at}`, onTrack(1)]));
    return { name: `Campaign ${index}`, drops, ...(index === 0 ? { wish: 'must' } : {}) };
  });
  many[1] = { name: 'Campaign 1', drops: { Hat: atRisk(3) } };
  const planned = many.map(({ name }, index): BuiltSlot => [name, index, index + 1]);
  const lines = formatTimeline(buildView(many, planned, { days: 2 }));
  const shown = lines.slice(1, -2).map((line) => Number(/Campaign (\d+)/.exec(line)?.[1]));
  assert.deepEqual(shown, [0, 1, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
  assert.equal(lines.at(-2), '… and 8 more (--all)');
  assert.equal(formatTimeline(buildView(many, planned, { days: 2, all: true })).length, 22);
});

test('without a slot in these days there is no timeline', () => {
  assert.deepEqual(formatTimeline(buildView(campaigns)), []);
  assert.deepEqual(formatTimeline(buildView(campaigns, [['Lantern Week', 30, 40]], { days: 1 })), []);
});

test('no width and no number of days makes a line too wide', () => {
  for (const width of [40, 41, 59, 80, 100, 131, 400]) {
    for (const days of [1, 2, 6, 7, 13, 14]) {
      for (const line of formatTimeline(buildView(campaigns, slots, { width, days }))) {
        assert.ok(displayWidth(line) <= width, `${width} columns, ${days} days: ${line}`);
      }
    }
  }
});

test('what is watched is in some column, however short it is', () => {
  const view = buildView(campaigns, [['Lantern Week', 5, 5 + (60_000 / hourMs) * 1]], { days: 14 });
  assert.match(formatTimeline(view)[1] ?? '', /▄/);
});

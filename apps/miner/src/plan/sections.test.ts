import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatAttention } from './attention.ts';
import { formatChanges } from './changes.ts';
import { formatNextSlots } from './next-slots.ts';
import { describePlan } from './summary.ts';
import {
  atRisk,
  type BuiltCampaign,
  type BuiltSlot,
  buildView,
  givenUp,
  impossible,
  onTrack,
} from './testing/build-plan.ts';

const launch: BuiltCampaign = { name: 'Launch', drops: { Hat: atRisk(44), Oar: impossible('too-late', 40) } };
const lanterns: BuiltCampaign = {
  name: 'Lantern Week',
  game: 'Lanterns',
  drops: { Paper: onTrack(6), Brass: onTrack(26) },
};
const crossings: BuiltCampaign = {
  name: 'Three Crossings',
  drops: { First: onTrack(50), Second: givenUp('Lantern Week', 'Launch') },
};
const slots: readonly BuiltSlot[] = [
  ['Lantern Week', 0, 6, ['Paper']],
  ['Launch', 26, 44, ['Hat']],
];

test('the summary counts drops and hours', () => {
  const view = buildView([lanterns, launch, crossings], slots);
  assert.equal(
    describePlan(view),
    '3 drops on track, 1 at risk, 1 given up, 1 impossible; 24 h of watching planned until Wed 7 Jan. There is time for everything that can be earned.',
  );
});

test('a summary of nothing says so', () => {
  assert.equal(describePlan(buildView([])).split('. ')[0], 'There is no drop left to earn');
  assert.match(
    describePlan(buildView([{ name: 'A', drops: { B: givenUp() } }])),
    /^0 drops on track, 1 given up; nothing to watch is planned\./,
  );
});

const prices: readonly (readonly [what: string, price: readonly number[], wish: 'want' | 'fill', sentence: RegExp])[] =
  [
    ['no price', [0, 0, 0], 'want', /There is time for everything/],
    [
      'a price',
      [0, 0.011, 0.5],
      'want',
      /Time is short: a minute is worth 0\.011 drops, so a drop may cost about 1 h 31 min\./,
    ],
    ['the price of fills', [0, 0, 0.1], 'fill', /a minute is worth 0\.10 drops, so a drop may cost about 10 min\./],
    [
      'no room under the musts',
      [0.01, Number.POSITIVE_INFINITY, 0],
      'want',
      /What must be had takes all the time there is\./,
    ],
    ['no room under what is wanted', [0, 0.01, 1], 'fill', /What you want takes all the time there is\./],
  ];

for (const [what, [must = 0, want = 0, fill = 0], wish, sentence] of prices) {
  test(`${what} is told in plain words`, () => {
    const view = buildView([{ ...lanterns, wish }], slots);
    assert.match(describePlan({ ...view, plan: { ...view.plan, price: { must, want, fill } } }), sentence);
  });
}

test('the next slots are told with what they finish; the same name twice is counted', () => {
  const twins: BuiltCampaign = { name: 'Twins', game: 'Twins', drops: { Pack: onTrack(6), pack: onTrack(7) } };
  const view = buildView(
    [lanterns, twins],
    [
      ['Lantern Week', 0, 6, ['Paper', 'Brass']],
      ['Lantern Week', 6, 7],
      ['Twins', 7, 30, ['Pack', 'pack']],
    ],
  );
  assert.deepEqual(formatNextSlots(view), [
    'Next, and the drops that are finished',
    '  Mon 5 12:00–18:00  Lanterns: Lantern Week  Paper and Brass',
    '  Mon 5 18:00–19:00  Lanterns: Lantern Week',
    '  Mon 5 19:00–18:00  Twins                   2 × Pack',
  ]);
});

test('of many slots the first are told', () => {
  const many = Array.from({ length: 20 }, (_, index): BuiltSlot => ['Lantern Week', index, index + 1]);
  const lines = formatNextSlots(buildView([lanterns], many));
  assert.equal(lines.length, 10);
  assert.equal(lines.at(-1), '  … and 12 more (--all)');
  assert.equal(formatNextSlots(buildView([lanterns], many, { all: true })).length, 21);
  assert.deepEqual(formatNextSlots(buildView([lanterns])), []);
});

test('what needs attention is one sentence a campaign', () => {
  const blocked: BuiltCampaign = {
    name: 'Far Shore',
    game: 'Other Game',
    drops: { Sail: impossible('not-linked'), Mast: impossible('not-linked'), Sub: impossible('subscription-only') },
  };
  assert.deepEqual(formatAttention(buildView([launch, crossings, blocked], [], { width: 90 })), [
    ['At risk: 1 drop of 1 campaign', '  Night Ferry: Launch: Hat, done Wed 7 08:00, 60 % likely, 20 min to spare.'],
    ['Given up: 1 drop of 1 campaign', '  Night Ferry: Three Crossings: Second, for Night Ferry: Launch.'],
    [
      'Impossible: 4 drops of 2 campaigns',
      '  Night Ferry: Launch: Oar. Too little time is left: it lacks 40 min, even without a',
      '    break.',
      '  Other Game: Far Shore: 2 drops. Link your Other Game account to Twitch to earn this.',
      '  Other Game: Far Shore: Sub. This is given for subscriptions, not for watching.',
    ],
  ]);
});

const sentences: readonly (readonly [what: string, campaign: BuiltCampaign, sentence: string])[] = [
  [
    'waits for a stream',
    { name: 'A', drops: { X: atRisk(null, 3, 0.055) } },
    'X, waiting for a stream, 6 % likely, 3 min to spare.',
  ],
  [
    'has no time',
    { name: 'A', drops: { X: atRisk(2, 0), Y: atRisk(3, 90, 0.5) } },
    '2 drops, done Mon 5 15:00, 50 % likely, no time to spare.',
  ],
  [
    'is a must at risk',
    { name: 'A', wish: 'must', drops: { X: atRisk(2) } },
    'X (must), done Mon 5 14:00, 60 % likely, 20 min to spare.',
  ],
  ['gives way to the future', { name: 'A', drops: { X: givenUp() } }, 'X, for what is likely to come.'],
  [
    'gives way to several',
    { name: 'A', drops: { X: givenUp('A', 'Launch'), Y: givenUp('Launch') } },
    '2 drops, for Night Ferry: A and 1 more.',
  ],
];

for (const [what, campaign, sentence] of sentences) {
  test(`a campaign that ${what}`, () => {
    const sections = formatAttention(buildView([campaign, { ...launch, drops: {} }]));
    assert.equal(sections[0]?.[1], `  Night Ferry: A: ${sentence}`);
  });
}

test('musts come first, then those with most drops; the others are counted', () => {
  const many = Array.from({ length: 9 }, (_, index): BuiltCampaign => {
    const drops = Object.fromEntries(Array.from({ length: index + 1 }, (_, at) => [`${index}-${at}`, givenUp()]));
    return { name: `C${index}`, drops, ...(index === 0 ? { wish: 'must' } : {}) };
  });
  const [section = []] = formatAttention(buildView(many));
  assert.deepEqual(
    section.map((line) => /C\d/.exec(line)?.[0] ?? line),
    ['Given up: 45 drops of 9 campaigns', 'C0', 'C8', 'C7', 'C6', 'C5', '  … and 4 more (--all)'],
  );
});

const mustLaunch = [{ wish: 'must', on: 'campaign', name: 'Launch' }] as const;

test('a what-if tells the difference only: lost, gained, safer, later, earlier', () => {
  const before = buildView([lanterns, launch, crossings], slots);
  const after = buildView(
    [
      { ...lanterns, drops: { Paper: onTrack(12), Brass: onTrack(20) } },
      { ...launch, drops: { Hat: onTrack(44), Oar: onTrack(43) } },
      { ...crossings, drops: { First: givenUp('Launch'), Second: givenUp() } },
    ],
    slots.slice(0, 1),
  );
  assert.deepEqual(formatChanges(before, after, mustLaunch), [
    [
      'If Launch is a must:',
      '  5 drops would change: 1 lost, 1 gained, 1 safer, 1 later, 1 earlier.',
      '  Now: 3 drops on track, 1 at risk, 1 given up, 1 impossible; 24 h of watching',
      '    planned until Wed 7 Jan.',
      '  Then: 4 drops on track, 2 given up; 6 h of watching planned until Mon 5 Jan.',
    ],
    ['Lost: 1 drop', '  Night Ferry: Three Crossings: First; its time goes to Night Ferry: Launch.'],
    ['Gained: 1 drop', '  Night Ferry: Launch: Oar, done Wed 7 07:00.'],
    ['Safer: 1 drop', '  Night Ferry: Launch: Hat, done Wed 7 08:00.'],
    ['Later: 1 drop', '  Lanterns: Lantern Week: Paper, 6 h later, done Tue 6 00:00.'],
    ['Earlier: 1 drop', '  Lanterns: Lantern Week: Brass, 6 h earlier, done Tue 6 08:00.'],
  ]);
});

test('a what-if that changes nothing says so', () => {
  const view = buildView([lanterns, launch], slots);
  assert.deepEqual(formatChanges(view, view, mustLaunch), [['If Launch is a must:', '  Nothing would change.']]);
});

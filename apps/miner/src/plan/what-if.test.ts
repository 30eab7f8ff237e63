import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildCampaign, onTrack } from './testing/build-plan.ts';
import { describeTried, tryWishes } from './what-if.ts';

const campaigns = [
  buildCampaign({ name: 'Captains Only', game: 'Night Ferry', drops: { 'Captain Hat': onTrack(1) } }),
  buildCampaign({ name: 'Three Crossings', game: 'Night Ferry', drops: { 'First Crossing': onTrack(1) } }),
  buildCampaign({ name: 'Lantern Week', game: 'Lanterns', drops: { Lanterns: onTrack(1), Hat: onTrack(1) } }),
];

const rows: readonly (readonly [name: string, wishes: object])[] = [
  ['night ferry', { games: { 'Night Ferry': 'must' } }],
  [' THREE crossings ', { campaigns: { 'three crossings': 'must' } }],
  ['captain hat', { drops: { 'captain hat': 'must' } }],
  // A game's name comes before a drop's of the same name.
  ['Lanterns', { games: { Lanterns: 'must' } }],
];

for (const [name, wishes] of rows) {
  test(`"${name}" is found`, () => {
    const found = tryWishes([{ wish: 'must', name }], campaigns);
    assert.deepEqual(found.ok && found.value.wishes, { games: {}, campaigns: {}, drops: {}, ...wishes });
  });
}

test('a name that several campaigns have means all of them', () => {
  const twins = ['a', 'b'].map((id) => ({ ...buildCampaign({ name: 'Twin', drops: {} }), id: `${id}` as never }));
  const found = tryWishes([{ wish: 'never', name: 'twin' }], twins);
  assert.deepEqual(found.ok && found.value.wishes.campaigns, { a: 'never', b: 'never' });
});

const refused: readonly (readonly [name: string, sentence: string])[] = [
  ['Nihgt Ferry', 'No game, campaign or drop that is known here is called "Nihgt Ferry"; did you mean "Night Ferry"?'],
  [
    'crossing',
    'No game, campaign or drop that is known here is called "crossing"; did you mean "Three Crossings" or "First Crossing"?',
  ],
  [
    'something else',
    'No game, campaign or drop that is known here is called "something else". "dropwise plan --all" shows the names.',
  ],
  [
    '\u001b[31mred',
    'No game, campaign or drop that is known here is called "red". "dropwise plan --all" shows the names.',
  ],
];

for (const [name, sentence] of refused) {
  test(`"${name}" is refused, with close names where there are any`, () => {
    assert.deepEqual(tryWishes([{ wish: 'must', name }], campaigns), { ok: false, failure: sentence });
  });
}

test('two wishes for the same thing are refused', () => {
  const asked = [
    { wish: 'must', name: 'Night Ferry' },
    { wish: 'never', name: 'night ferry' },
  ] as const;
  const found = tryWishes(asked, campaigns);
  assert.match(found.ok ? '' : found.failure, /"night ferry" is asked for as must and as never/);
});

test('what is tried is told in words', () => {
  const found = tryWishes(
    [
      { wish: 'must', name: 'night ferry' },
      { wish: 'never', name: 'Lantern Week' },
      { wish: 'fill', name: 'captain hat' },
    ],
    campaigns,
  );
  assert.equal(
    found.ok && describeTried(found.value.tried),
    'Night Ferry is a must, Lantern Week is never watched and Captain Hat only fills what time is left',
  );
});

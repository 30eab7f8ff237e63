import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CampaignView } from '@dropwise/contract';
import { buildCampaign, buildDrop, hourMs, noon } from '../../shared/testing/build-views.ts';
import { firstOf, groupCampaigns, readSorting, type Sorting, sortCampaigns } from './arrange.ts';

const all = [
  buildCampaign('over', { name: 'Z', state: 'expired', endsAt: noon - 5 * hourMs }),
  buildCampaign('justOver', { name: 'Y', state: 'expired', endsAt: noon - hourMs }),
  buildCampaign('coming', {
    name: 'B',
    game: 'Rust',
    state: 'upcoming',
    startsAt: noon + hourMs,
    endsAt: noon + 2 * hourMs,
  }),
  buildCampaign('long', { name: 'C', endsAt: noon + 9 * hourMs, drops: [buildDrop('1', { confirmedMinutes: 20 })] }),
  buildCampaign('soon', { name: 'A', game: 'Rust', startsAt: noon - 2 * hourMs, endsAt: noon + hourMs }),
];
const ids = (campaigns: readonly CampaignView[]): readonly string[] => campaigns.map(({ id }) => id);

describe('campaigns lie', () => {
  const cases: [Sorting, readonly string[]][] = [
    ['end', ['soon', 'long', 'coming', 'justOver', 'over']],
    ['start', ['long', 'soon', 'coming', 'justOver', 'over']],
    ['name', ['soon', 'coming', 'long', 'justOver', 'over']],
    ['progress', ['long', 'soon', 'coming', 'over', 'justOver']],
  ];
  for (const [sorting, expected] of cases) {
    it(`by ${sorting}`, () => assert.deepEqual(ids(sortCampaigns(all, sorting)), expected));
  }
  it('by game, games in the order of their first', () => {
    const groups = groupCampaigns(sortCampaigns(all, 'end'), true);
    assert.deepEqual(
      groups.map(({ game, campaigns }) => [game, ids(campaigns)]),
      [
        ['Rust', ['soon', 'coming']],
        ['Lanterns', ['long', 'justOver', 'over']],
      ],
    );
  });
  it('the same way wherever they came from', () => {
    const twins = ['b', 'a'].map((id) => buildCampaign(id, { name: 'Same' }));
    assert.deepEqual(sortCampaigns(twins, 'name'), sortCampaigns([...twins].reverse(), 'name'));
  });
});

it('the first so many are shown over all groups, and no group that is empty then', () => {
  const groups = groupCampaigns(sortCampaigns(all, 'end'), true);
  assert.deepEqual(
    firstOf(groups, 3).map(({ game, campaigns }) => [game, campaigns.length]),
    [
      ['Rust', 2],
      ['Lanterns', 1],
    ],
  );
  assert.deepEqual(
    firstOf(groups, 2).map(({ game }) => game),
    ['Rust'],
  );
  assert.deepEqual(firstOf(groups, 99), groups);
});

it('the sorting is the address’s, and by end where that is silent or wrong', () => {
  assert.deepEqual(
    ['sort=name', '', 'sort=x'].map((query) => readSorting(new URLSearchParams(query))),
    ['name', 'end', 'end'],
  );
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildCampaign, buildDrop } from '../../shared/testing/build-views.ts';
import { countChoices, filterCampaigns, filterCount, readFilter, toggled } from './filter.ts';

const reason = (code: string) => ({ code, sentence: '', value: null, link: null });
const running = buildCampaign('running', { name: 'Summer Week', game: 'Rust' });
const unlinked = buildCampaign('unlinked', {
  game: 'Ark',
  linked: 'unlinked',
  drops: [
    buildDrop('u', { whyNot: reason('not-linked'), benefits: [{ name: 'Golden Hat', kind: 'BADGE', imageUrl: null }] }),
  ],
});
const coming = buildCampaign('coming', {
  game: 'Rust',
  state: 'upcoming',
  drops: [buildDrop('k', { whyNot: reason('upcoming') })],
});
const done = buildCampaign('done', { game: 'Ark', claimedDrops: 1, drops: [buildDrop('d', { claim: 'claimed' })] });
const all = [running, unlinked, coming, done];

const idsFor = (query: string): readonly string[] =>
  filterCampaigns(all, readFilter(new URLSearchParams(query))).map(({ id }) => id);

describe('campaigns are filtered by the address', () => {
  const cases: [string, readonly string[]][] = [
    ['', ['running', 'unlinked', 'coming', 'done']],
    ['state=upcoming', ['coming']],
    ['state=upcoming,active&linked=linked', ['running', 'coming', 'done']],
    ['linked=unlinked', ['unlinked']],
    ['kind=BADGE', ['unlinked']],
    ['game=Rust', ['running', 'coming']],
    ['q=week%20SUMMER', ['running']],
    ['q=golden', ['unlinked']],
    ['earnable=1', ['running', 'coming']],
    ['finished=only', ['done']],
    ['finished=hide&game=Ark', ['unlinked']],
    ['state=nonsense&kind=&finished=maybe', ['running', 'unlinked', 'coming', 'done']],
  ];
  for (const [query, ids] of cases) it(`“${query}”`, () => assert.deepEqual(idsFor(query), ids));

  it('and what is asked for can be counted', () => {
    assert.equal(filterCount(readFilter(new URLSearchParams(''))), 0);
    assert.equal(filterCount(readFilter(new URLSearchParams('state=active&q=x&earnable=1&game=Rust'))), 4);
  });
});

describe('the number beside a choice', () => {
  it('is what it would show with everything else as it is', () => {
    const counts = countChoices(all, readFilter(new URLSearchParams('game=Rust&state=active')));
    assert.deepEqual(counts.states, { active: 1, upcoming: 1, expired: 0 });
    assert.deepEqual(counts.games, [
      { game: 'Ark', count: 2 },
      { game: 'Rust', count: 1 },
    ]);
    assert.deepEqual(counts.finished, { hide: 1, only: 0 });
  });
  it('does not depend on what is chosen of its own kind', () => {
    const [few, many] = ['state=upcoming', ''].map((query) =>
      countChoices(all, readFilter(new URLSearchParams(query))),
    );
    assert.deepEqual(few?.states, many?.states);
  });
});

it('a choice is put into the address and taken out again', () => {
  assert.equal(toggled([], 'active'), 'active');
  assert.equal(toggled(['active'], 'upcoming'), 'active,upcoming');
  assert.equal(toggled(['active'], 'active'), null);
});

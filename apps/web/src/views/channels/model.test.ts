import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ChannelView } from '@dropwise/contract';
import { filterFrom, fits, gamesOf, isSameOrder, kept, orderAfter, sorted, twitchAddress } from './model.ts';

function channel(id: string, parts: Partial<ChannelView> = {}): ChannelView {
  return {
    id,
    login: `login_${id}`,
    displayName: `Name ${id}`,
    live: true,
    game: 'Rust',
    gameId: '1',
    viewers: 10,
    title: null,
    allowListed: false,
    drops: true,
    watching: false,
    doubtfulUntil: null,
    ...parts,
  };
}
const choice = (query: string) => filterFrom(new URLSearchParams(query));

describe('the choice of channels', () => {
  it('lives in the address, and what is not known there is left out', () => {
    assert.deepEqual(choice('q=abc&game=Rust&show=drops&sort=name&order=down'), {
      text: 'abc',
      game: 'Rust',
      kind: 'drops',
      sort: 'name',
      isDescending: true,
    });
    assert.deepEqual(choice('show=odd&sort=odd'), {
      text: '',
      game: null,
      kind: 'all',
      sort: 'best',
      isDescending: false,
    });
  });

  const rows = [
    ['show=live', channel('1', { live: false }), false],
    ['show=drops', channel('1', { drops: null }), false],
    ['show=drops', channel('1'), true],
    ['show=allowed', channel('1'), false],
    ['show=allowed', channel('1', { allowListed: true, live: false }), true],
    ['game=Dota', channel('1'), false],
    ['q=NAME', channel('1'), true],
    ['q=speedrun', channel('1', { title: 'A Speedrun' }), true],
    ['q=speedrun', channel('1'), false],
  ] as const;
  for (const [query, of, expected] of rows)
    it(`${query} ${expected ? 'shows' : 'hides'} ${JSON.stringify(of)}`, () =>
      assert.equal(fits(of, choice(query)), expected));

  it('offers every game once, also one that nobody plays now', () => {
    const channels = [channel('1'), channel('2'), channel('3', { game: null }), channel('4', { game: 'Dota' })];
    assert.deepEqual(gamesOf(channels, 'Eve'), ['Dota', 'Eve', 'Rust']);
  });
});

describe('the order of channels', () => {
  const all = [
    channel('off', { live: false, viewers: null }),
    channel('none', { drops: false, viewers: 90 }),
    channel('few', { viewers: 3 }),
    channel('many', { viewers: 50 }),
    channel('here', { watching: true, viewers: 1 }),
  ];

  it('begins with the one that is watched, then live ones with drops', () => {
    assert.deepEqual(sorted(all, choice('')), ['here', 'many', 'few', 'none', 'off']);
    assert.deepEqual(sorted(all, choice('sort=viewers')), ['none', 'many', 'few', 'here', 'off']);
  });

  it('stays as it was when viewers change; who comes stands at the end', () => {
    const before = sorted(all, choice(''));
    const later = [...all.filter(({ id }) => id !== 'few'), channel('new', { viewers: 9_999 })];
    assert.deepEqual(kept(before, later), ['here', 'many', 'none', 'off', 'new']);
    assert.equal(isSameOrder(kept(before, later), sorted(later, choice(''))), false);
  });

  it('turns round when the same head is pressed again', () => {
    assert.deepEqual(orderAfter(choice(''), 'viewers'), { sort: 'viewers', order: 'down' });
    assert.deepEqual(orderAfter(choice('sort=viewers&order=down'), 'viewers'), { sort: 'viewers', order: 'up' });
    assert.deepEqual(orderAfter(choice(''), 'name'), { sort: 'name', order: 'up' });
  });
});

it('a login is never more than one part of the address of Twitch', () => {
  assert.equal(twitchAddress('a/../b?c'), 'https://www.twitch.tv/a%2F..%2Fb%3Fc');
});

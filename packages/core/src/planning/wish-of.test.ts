import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  buildCampaign,
  buildDrop,
  buildGame,
  buildSettings,
  excluding,
  wanting,
  wishing,
} from '../drops/testing/build.ts';
import type { MiningSettings } from '../mining/settings.ts';
import type { Wish } from './wish.ts';
import { wishOf, wishReader } from './wish-of.ts';
import { ownerWishOf } from './wish-of-owner.ts';

const drop = buildDrop('drop-a');
const campaign = buildCampaign('campaign-a', { name: 'Summer Week', drops: [drop] });

describe('a drop', () => {
  const cases: [string, MiningSettings, Wish][] = [
    ['is wanted when nothing is said', buildSettings(), 'want'],
    ['is wanted when its game is listed', buildSettings({ priority: ['Other', ' sample GAME '] }), 'want'],
    ['is a fill when other games are listed', buildSettings({ priority: ['Other'] }), 'fill'],
    ['has the wish of its game, whatever the case', wishing({ games: { ' SAMPLE game ': 'must' } }), 'must'],
    ['has the wish of its campaign by id', wishing({ campaigns: { 'Campaign-A': 'must' } }), 'must'],
    ['has the wish of its campaign by name', wishing({ campaigns: { 'summer WEEK': 'must' } }), 'must'],
    ['has no wish of a campaign by a part of its name', wishing({ campaigns: { Summer: 'must' } }), 'want'],
    [
      'has the wish by id rather than by name',
      wishing({ campaigns: { 'Summer Week': 'must', 'campaign-a': 'fill' } }),
      'fill',
    ],
    ['has its own wish', wishing({ drops: { 'drop-a': 'fill' } }), 'fill'],
    [
      'has its own wish before its campaign’s and its game’s',
      wishing({
        games: { 'Sample Game': 'never' },
        campaigns: { 'campaign-a': 'never' },
        drops: { 'drop-a': 'must' },
      }),
      'must',
    ],
    [
      'has its campaign’s wish before its game’s',
      wishing({ games: { 'Sample Game': 'must' }, campaigns: { 'campaign-a': 'fill' } }),
      'fill',
    ],
    ['is never wanted by the wish of its game', wishing({ games: { 'Sample Game': 'never' } }), 'never'],
    [
      'is never wanted when its game is excluded, whatever its wish',
      { ...wishing({ drops: { 'drop-a': 'must' } }), exclude: excluding({ games: ['Sample Game'] }).exclude },
      'never',
    ],
    ['is never wanted when its kind of reward is switched off', wanting('EMOTE'), 'never'],
    [
      'has its wish also where other games are listed',
      { ...wishing({ games: { 'Sample Game': 'must' } }), priority: ['Other'] },
      'must',
    ],
    [
      'has the last of two wishes for one name',
      wishing({ games: { 'Sample Game': 'must', 'SAMPLE GAME': 'fill' } }),
      'fill',
    ],
  ];
  for (const [name, settings, expected] of cases) {
    it(name, () => assert.equal(wishOf(campaign, drop, settings), expected));
  }

  it('of a game that is called like a part of every object has no wish by that', () => {
    const odd = buildCampaign('campaign-a', { game: buildGame('constructor'), drops: [drop] });
    assert.equal(wishOf(odd, drop, wishing({ games: { Other: 'must' } })), 'want');
  });
  it('that only leads to one that is wished for is itself never wanted', () => {
    const next = buildDrop('next', { after: ['drop-a'] });
    const chain = buildCampaign('campaign-a', { drops: [drop, next] });
    const read = wishReader(wishing({ games: { 'Sample Game': 'never' }, drops: { next: 'must' } }));
    assert.deepEqual([read(chain, drop), read(chain, next)], ['never', 'must']);
  });
});

describe('what the owner said', () => {
  it('is told with whose wish it is and as it was written', () => {
    const { wishes } = wishing({ games: { ' SAMPLE game': 'must' }, drops: { other: 'never' } });
    assert.deepEqual(ownerWishOf(campaign, drop, wishes), { wish: 'must', of: 'game', entry: ' SAMPLE game' });
  });
  it('of a campaign leaves out what was said of a drop', () => {
    const { wishes } = wishing({ drops: { 'drop-a': 'must' } });
    assert.equal(ownerWishOf(campaign, null, wishes), null);
    assert.equal(ownerWishOf(campaign, drop, wishes)?.of, 'drop');
  });
});

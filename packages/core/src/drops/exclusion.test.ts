import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MiningSettings } from '../mining/settings.ts';
import type { Campaign } from './campaign.ts';
import { type Exclusion, exclusionOf } from './exclusion.ts';
import {
  buildBenefit,
  buildCampaign,
  buildDrop,
  buildSettings,
  claimed,
  excluding,
  wanting,
  wishing,
} from './testing/build.ts';

const badge = { benefits: [buildBenefit('BADGE')] };

describe('an exclusion', () => {
  const cases: [string, MiningSettings, Exclusion | null][] = [
    ['is none by default', buildSettings(), null],
    ['by game ignores case', excluding({ games: ['SAMPLE game'] }), { rule: 'game', value: 'SAMPLE game' }],
    ['by game needs the whole name', excluding({ games: ['Sample'] }), null],
    ['by campaign takes its id', excluding({ campaigns: ['campaign-a'] }), { rule: 'campaign', value: 'campaign-a' }],
    [
      'by campaign takes its name',
      excluding({ campaigns: [' campaign CAMPAIGN-a '] }),
      { rule: 'campaign', value: ' campaign CAMPAIGN-a ' },
    ],
    ['by campaign needs the whole name', excluding({ campaigns: ['Campaign'] }), null],
    ['by drop takes its id', excluding({ drops: ['drop-a'] }), { rule: 'drop', value: 'drop-a' }],
    [
      'by keyword finds it in the campaign',
      excluding({ keywords: ['IGN camp'] }),
      { rule: 'keyword', value: 'IGN camp' },
    ],
    ['by keyword finds it in the drop', excluding({ keywords: ['p DROP'] }), { rule: 'keyword', value: 'p DROP' }],
    ['by keyword is not made by an empty one', excluding({ keywords: ['', '  '] }), null],
    ['by benefit names the kind', wanting('BADGE'), { rule: 'benefit', value: 'DIRECT_ENTITLEMENT' }],
    ['by wish takes the game', wishing({ games: { 'sample GAME': 'never' } }), { rule: 'wish', value: 'sample GAME' }],
    ['by wish takes the drop', wishing({ drops: { 'drop-a': 'never' } }), { rule: 'wish', value: 'drop-a' }],
    ['is none by any other wish', wishing({ games: { 'Sample Game': 'fill' } }), null],
    [
      'by wish gives way to a nearer wish',
      wishing({ games: { 'Sample Game': 'never' }, campaigns: { 'campaign-a': 'fill' } }),
      null,
    ],
    [
      'by name stands above every wish',
      { ...wishing({ drops: { 'drop-a': 'must' } }), exclude: excluding({ games: ['Sample Game'] }).exclude },
      { rule: 'game', value: 'Sample Game' },
    ],
    [
      'names the widest rule first',
      excluding({ games: ['Sample Game'], drops: ['drop-a'] }),
      { rule: 'game', value: 'Sample Game' },
    ],
  ];
  for (const [name, settings, expected] of cases) {
    it(name, () => assert.deepEqual(exclusionOf(buildCampaign(), buildDrop(), settings), expected));
  }

  it('of a whole campaign does not look at drops or benefits', () => {
    const settings = { ...excluding({ drops: ['drop-a'], keywords: ['Drop drop'] }), benefits: wanting().benefits };
    assert.equal(exclusionOf(buildCampaign(), null, settings), null);
  });
  it('by benefit spares a drop with one wanted kind among others', () => {
    const drop = buildDrop('drop-a', { benefits: [buildBenefit('CODE'), buildBenefit('BADGE')] });
    assert.equal(exclusionOf(buildCampaign('a', { drops: [drop] }), drop, wanting('BADGE')), null);
  });
});

describe('a drop of an unwanted kind', () => {
  const excluded: Exclusion = { rule: 'benefit', value: 'DIRECT_ENTITLEMENT' };
  const first = buildDrop('first');
  const cases: [string, Campaign['drops'], MiningSettings, Exclusion | null][] = [
    [
      'is kept on the way to a wanted one',
      [first, buildDrop('second', { ...badge, after: ['first'] })],
      wanting('BADGE'),
      null,
    ],
    [
      'is kept on a longer way',
      [first, buildDrop('second', { after: ['first'] }), buildDrop('third', { ...badge, after: ['second'] })],
      wanting('BADGE'),
      null,
    ],
    [
      'is excluded when the wanted one is claimed',
      [first, buildDrop('second', { ...badge, after: ['first'], claim: claimed })],
      wanting('BADGE'),
      excluded,
    ],
    [
      'is excluded when what follows is unwanted too',
      [first, buildDrop('second', { after: ['first'] })],
      wanting('BADGE'),
      excluded,
    ],
    [
      'is excluded when the wanted one does not need it',
      [first, buildDrop('second', badge)],
      wanting('BADGE'),
      excluded,
    ],
    [
      'is excluded when the one that follows is for subscribers',
      [first, buildDrop('second', { ...badge, requiredMinutes: 0, after: ['first'] })],
      wanting('BADGE'),
      excluded,
    ],
    [
      'is excluded when the one that follows is excluded by name',
      [first, buildDrop('second', { ...badge, after: ['first'] })],
      { ...wanting('BADGE'), exclude: excluding({ drops: ['second'] }).exclude },
      excluded,
    ],
  ];
  for (const [name, drops, settings, expected] of cases) {
    it(name, () => assert.deepEqual(exclusionOf(buildCampaign('a', { drops }), first, settings), expected));
  }
});

describe('a drop that is never wanted', () => {
  const first = buildDrop('first');
  const second = buildDrop('second', { after: ['first'] });
  const gameNever = { games: { 'Sample Game': 'never' } } as const;
  const byGame: Exclusion = { rule: 'wish', value: 'Sample Game' };
  const byItself: Exclusion = { rule: 'wish', value: 'first' };
  const cases: [string, Campaign['drops'], MiningSettings, Exclusion | null][] = [
    ['is excluded', [first, second], wishing(gameNever), byGame],
    [
      'is kept on the way to one that is wished for by its id',
      [first, second],
      wishing({ ...gameNever, drops: { second: 'must' } }),
      null,
    ],
    [
      'is kept on that way even by its own wish',
      [first, second],
      wishing({ drops: { first: 'never', second: 'want' } }),
      null,
    ],
    [
      'is excluded when what follows is only wanted with its campaign',
      [first, second],
      wishing({ campaigns: { 'campaign-a': 'must' }, drops: { first: 'never' } }),
      byItself,
    ],
    [
      'is excluded when the one wished for does not need it',
      [first, buildDrop('second')],
      wishing({ ...gameNever, drops: { second: 'must' } }),
      byGame,
    ],
    [
      'is excluded when the one wished for is claimed',
      [first, { ...second, claim: claimed }],
      wishing({ ...gameNever, drops: { second: 'must' } }),
      byGame,
    ],
    [
      'is excluded when the one wished for is excluded by name',
      [first, second],
      {
        ...wishing({ ...gameNever, drops: { second: 'must' } }),
        exclude: excluding({ drops: ['second'] }).exclude,
      },
      byGame,
    ],
  ];
  for (const [name, drops, settings, expected] of cases) {
    it(name, () => assert.deepEqual(exclusionOf(buildCampaign('campaign-a', { drops }), first, settings), expected));
  }
  it('does not make a drop of an unwanted kind worth keeping', () => {
    const follower = buildDrop('second', { ...badge, after: ['first'] });
    const campaign = buildCampaign('campaign-a', { drops: [first, follower] });
    const settings = { ...wanting('BADGE'), wishes: wishing({ drops: { second: 'never' } }).wishes };
    assert.deepEqual(exclusionOf(campaign, first, settings), { rule: 'benefit', value: 'DIRECT_ENTITLEMENT' });
  });
  it('excludes its whole campaign only when no drop in it is wished for', () => {
    const campaign = buildCampaign('campaign-a', { drops: [first, second] });
    assert.deepEqual(exclusionOf(campaign, null, wishing(gameNever)), byGame);
    assert.equal(exclusionOf(campaign, null, wishing({ ...gameNever, drops: { second: 'fill' } })), null);
  });
});

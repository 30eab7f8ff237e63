import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Wishes } from '@dropwise/core';
import { buildCampaign, buildDrop, buildPlan } from '../../shared/testing/build-views.ts';
import { laneWishOf, whyNoPlan, zoomOf } from './model.ts';

const none: Wishes = { games: {}, campaigns: {}, drops: {} };
const settings = (wishes: Partial<Wishes>) => ({
  wishes: { ...none, ...wishes },
  priority: [],
  mode: 'plan',
  lockedBy: null,
});
const campaign = buildCampaign('c', { drops: [buildDrop('1'), buildDrop('2')] });

describe('a lane lies in the group', () => {
  it('of its campaign’s own wish', () => {
    const wish = laneWishOf(campaign, campaign, settings({ campaigns: { c: 'must' } }));
    assert.deepEqual([wish.wish, wish.own, wish.differs], ['must', true, false]);
  });
  it('of the drop that is wanted most, and says that they differ', () => {
    const wish = laneWishOf(campaign, campaign, settings({ games: { Lanterns: 'never' }, drops: { '2': 'must' } }));
    assert.deepEqual([wish.wish, wish.own, wish.differs], ['must', false, true]);
  });
  it('of never when it is excluded, whatever is wished', () => {
    const excluded = { ...campaign, whyNot: { code: 'excluded-campaign', sentence: '', value: null, link: null } };
    const wish = laneWishOf(excluded, excluded, settings({ campaigns: { c: 'must' } }));
    assert.deepEqual([wish.wish, wish.excluded], ['never', true]);
  });
  it('of its game where only the plan knows the campaign', () => {
    assert.equal(laneWishOf(campaign, undefined, settings({ games: { lanterns: 'fill' } })).wish, 'fill');
  });
});

it('there is no plan for a reason', () => {
  assert.equal(whyNoPlan(buildPlan(), 'random', []), null);
  assert.equal(whyNoPlan(null, 'plan', ['campaigns']), 'cannot');
  assert.equal(whyNoPlan(null, 'random', ['plan']), 'otherMode');
  assert.equal(whyNoPlan(null, 'plan', ['plan']), 'notYet');
});

it('the zoom is the address’s, and days where that is silent or wrong', () => {
  const zooms = ['zoom=hours', 'zoom=fortnight', '', 'zoom=years'].map((query) => zoomOf(new URLSearchParams(query)));
  assert.deepEqual(zooms, ['hours', 'fortnight', 'days', 'days']);
});

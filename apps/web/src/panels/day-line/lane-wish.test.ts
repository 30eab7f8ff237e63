import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Wishes } from '@dropwise/core';
import { buildCampaign, buildDrop } from '../../shared/testing/build-views.ts';
import { createLaneWishReader, laneWishOf } from './lane-wish.ts';

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

it('a lane’s wish stays the same object until its campaign or the settings are others', () => {
  const read = createLaneWishReader();
  const [lane, kept] = [{ id: 'c', name: 'C', game: 'Lanterns' }, settings({})];
  const first = read(lane, campaign, kept);
  assert.equal(read(lane, campaign, kept), first);
  assert.equal(read(lane, campaign, settings({ campaigns: { c: 'must' } })).wish, 'must');
  const other = { ...campaign, whyNot: { code: 'excluded-game', sentence: '', value: null, link: null } };
  assert.equal(read(lane, other, kept).wish, 'never');
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Wishes } from '@dropwise/core';
import { buildCampaign, buildDrop } from '../testing/build-views.ts';
import { type DraftChange, maxDraftChanges, wishesToTry, withChange } from './draft.ts';
import { campaignTarget, dropTarget, gameTarget } from './wish-reading.ts';

const kept: Wishes = { games: { Lanterns: 'fill' }, campaigns: { 'Campaign c-1': 'never' }, drops: {} };
const campaign = buildCampaign('c-1', { drops: [buildDrop('d-1')] });

describe('a draft', () => {
  it('holds the last thing that was said of a name', () => {
    const first = withChange([], { target: gameTarget('Lanterns'), wish: 'must' }, kept);
    const second = withChange(first, { target: gameTarget('lanterns'), wish: 'never' }, kept);
    assert.deepEqual(
      second.map(({ wish }) => wish),
      ['never'],
    );
  });
  it('is empty again when what is said is what the settings say', () => {
    const first = withChange([], { target: gameTarget('Lanterns'), wish: 'must' }, kept);
    assert.deepEqual(withChange(first, { target: gameTarget('LANTERNS'), wish: 'fill' }, kept), []);
    assert.deepEqual(withChange([], { target: dropTarget({ id: 'd-1', name: 'Hat' }), wish: null }, kept), []);
  });
  it('takes away a campaign’s wish also where only its name has one', () => {
    assert.equal(withChange([], { target: campaignTarget(campaign), wish: null }, kept).length, 1);
  });
  it('never grows beyond what somebody looks through', () => {
    let draft: readonly DraftChange[] = [];
    for (let index = 0; index < maxDraftChanges + 5; index++) {
      draft = withChange(draft, { target: gameTarget(`Game ${index}`), wish: 'must' }, kept);
    }
    assert.equal(draft.length, maxDraftChanges);
    assert.equal(draft.at(-1)?.target.name, `Game ${maxDraftChanges + 4}`);
  });
});

describe('what is tried', () => {
  it('is what was said', () => {
    const tried = wishesToTry([{ target: gameTarget('Rust'), wish: 'must' }]);
    assert.deepEqual(tried, { games: { Rust: 'must' }, campaigns: {}, drops: {} });
  });
  it('says of a wish that is taken away that it is, also where it stands under a name', () => {
    assert.deepEqual(wishesToTry([{ target: gameTarget('Lanterns'), wish: null }]).games, { lanterns: null });
    const tried = wishesToTry([{ target: campaignTarget(campaign), wish: null }]);
    assert.deepEqual(tried.campaigns, { 'c-1': null, 'campaign c-1': null });
  });
});

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { buildCampaign, buildDrop } from '../../shared/testing/build-views.ts';
import { hasWishes } from './model.ts';

it('a miner that says nothing of wishes is not asked about them', () => {
  assert.equal(hasWishes([buildCampaign('a', { drops: [buildDrop('1', { wish: null })] })]), false);
  assert.equal(hasWishes([buildCampaign('a', { drops: [] }), buildCampaign('b')]), true);
});

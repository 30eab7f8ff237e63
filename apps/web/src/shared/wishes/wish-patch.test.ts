import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Wishes } from '@dropwise/core';
import { applyPatches, inverseOf, patchesFor, settingsFor } from './wish-patch.ts';
import { campaignTarget, dropTarget, gameTarget } from './wish-reading.ts';

const kept: Wishes = {
  games: { rust: 'must', Ark: 'fill' },
  campaigns: { 'Summer Week': 'never' },
  drops: {},
};
const summer = campaignTarget({ id: 'c-1', name: 'Summer Week' });

describe('a wish', () => {
  it('takes the place of one for the same name in another case', () => {
    const after = applyPatches(kept, patchesFor(gameTarget('Rust'), 'want'));
    assert.deepEqual(after.games, { Ark: 'fill', Rust: 'want' });
  });
  it('for a campaign is said by its id and leaves one by its name alone', () => {
    const after = applyPatches(kept, patchesFor(summer, 'must'));
    assert.deepEqual(after.campaigns, { 'Summer Week': 'never', 'c-1': 'must' });
  });
  it('that is taken away from a campaign goes by its id and by its name', () => {
    const both = applyPatches(kept, patchesFor(summer, 'must'));
    assert.deepEqual(applyPatches(both, patchesFor(summer, null)).campaigns, {});
  });
  it('changes only the setting it belongs to', () => {
    const patches = patchesFor(dropTarget({ id: 'd-1', name: 'Hat' }), 'must');
    assert.deepEqual(settingsFor(applyPatches(kept, patches), patches), { 'mining.wishes.drops': { 'd-1': 'must' } });
  });
});

describe('undoing', () => {
  const changes = [
    ['a new wish', patchesFor(dropTarget({ id: 'd-1', name: 'Hat' }), 'must')],
    ['a changed wish', patchesFor(gameTarget('RUST'), 'never')],
    ['a wish that was taken away', patchesFor(summer, null)],
    ['several at once', [...patchesFor(summer, null), ...patchesFor(gameTarget('Ark'), null)]],
  ] as const;
  for (const [what, patches] of changes) {
    it(`brings back what was there before ${what}`, () => {
      assert.deepEqual(applyPatches(applyPatches(kept, patches), inverseOf(kept, patches)), kept);
    });
  }
  it('leaves what was changed elsewhere meanwhile', () => {
    const patches = patchesFor(gameTarget('Rust'), 'never');
    const meanwhile: Wishes = { ...applyPatches(kept, patches), drops: { other: 'must' } };
    const undone = applyPatches(
      { ...meanwhile, games: { ...meanwhile.games, Halo: 'want' } },
      inverseOf(kept, patches),
    );
    assert.deepEqual(undone, { ...kept, games: { ...kept.games, Halo: 'want' }, drops: { other: 'must' } });
  });
});

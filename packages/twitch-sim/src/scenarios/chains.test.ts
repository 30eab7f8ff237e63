import assert from 'node:assert/strict';
import { it } from 'node:test';
import { withChains } from './chains.ts';
import type { Cut, CutCampaign, CutDrop } from './cut.ts';

const drop = (id: string, minutes: number, more: Partial<CutDrop> = {}): CutDrop => {
  return { id, name: id, minutes, subs: minutes === 0 ? 1 : 0, benefits: [['Hat', 'CODE']], ...more };
};

/** Many copies, so that the tenth that is chosen by seed holds some of them. */
function chainedCopies(drops: readonly CutDrop[]): CutCampaign[] {
  const campaigns = Array.from({ length: 200 }, (_, index): CutCampaign => {
    return { id: `c${index}`, name: 'c', gameIndex: 0, startAt: 0, endAt: 1, firstSeenAt: 0, allowed: null, drops };
  });
  const cut: Cut = { games: [], channels: [], campaigns };
  return withChains(cut, 1).campaigns.filter((campaign) => campaign.drops.some(({ after }) => after !== undefined));
}

it('a chain goes from the shortest drop to the longest and takes as long as they did', () => {
  const copies = chainedCopies([drop('long', 180), drop('short', 60), drop('sub', 0), drop('middle', 90)]);
  assert.ok(copies.length > 5 && copies.length < 40, `found ${copies.length}`);
  assert.deepEqual(copies[0]?.drops, [
    drop('long', 90, { after: [3] }),
    drop('short', 60),
    drop('sub', 0),
    drop('middle', 30, { after: [1] }),
  ]);
});

const unchainable: readonly (readonly [string, readonly CutDrop[]])[] = [
  ['a single drop', [drop('only', 60)]],
  ['one drop by watching and one by subscription', [drop('watch', 60), drop('sub', 0)]],
  ['two drops of the same length', [drop('a', 60), drop('b', 60)]],
  ['drops on different days', [drop('a', 60), drop('b', 90, { startAt: 1 })]],
];
for (const [what, drops] of unchainable) {
  it(`${what} never becomes a chain`, () => assert.deepEqual(chainedCopies(drops), []));
}

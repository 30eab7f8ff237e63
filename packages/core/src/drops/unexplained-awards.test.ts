import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildBenefit, buildCampaign, buildDrop, noon } from './testing/build.ts';
import { unexplainedAwards } from './unexplained-awards.ts';

const hat = buildBenefit('BADGE', 'hat');
const minute = 60_000;

const cases: readonly (readonly [string, ReturnType<typeof buildDrop>['claim'], boolean])[] = [
  ['an award at the time of a known claim is explained by it', { kind: 'claimed', at: noon + minute }, true],
  ['an award long before the known claim is not', { kind: 'claimed', at: noon + 60 * minute }, false],
  ['an inferred claim explains nothing', { kind: 'claimed', at: noon, inferred: true }, false],
  ['a drop that is not claimed explains nothing', { kind: 'unclaimed' }, false],
];
for (const [name, claim, explained] of cases) {
  test(name, () => {
    const campaign = buildCampaign('known', { drops: [buildDrop('known', { benefits: [hat], claim })] });
    assert.deepEqual(unexplainedAwards([campaign], { [hat.id]: noon }), explained ? {} : { [hat.id]: noon });
  });
}

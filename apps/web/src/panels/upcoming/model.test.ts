import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildCampaign, buildPlan, hourMs, noon } from '../../shared/testing/build-views.ts';
import { comingUp, shortened } from './model.ts';

const campaigns = { a: buildCampaign('a', { boxArtUrl: 'https://art.test/a.png' }) };
const slot = (campaignId: string, fromHour: number, toHour: number, finishes: readonly string[] = []) => ({
  campaignId,
  campaignName: `Campaign ${campaignId}`,
  game: 'Lanterns',
  startsAt: noon + fromHour * hourMs,
  endsAt: noon + toHour * hourMs,
  finishes: finishes.map((dropName) => ({ dropId: dropName, dropName })),
});
const plan = buildPlan({ slots: [slot('a', 0, 1), slot('b', 1, 2, ['Hat', 'Coat']), slot('a', 2, 3)] });

test('what is over is left out, and what runs is now', () => {
  const [first, second] = comingUp(plan, campaigns, noon + 90 * 60_000, 5);
  assert.equal(first?.campaignId, 'b');
  assert.equal(first?.when?.isNow, true);
  assert.deepEqual(first?.finishes, ['Hat', 'Coat']);
  assert.equal(second?.when?.isNow, false);
  assert.equal(second?.boxArtUrl, 'https://art.test/a.png');
});

test('turns keep their names when the plan moves them, and never share one', () => {
  const keys = (moved: number) => {
    const slots = plan.slots.map((each) => ({ ...each, startsAt: each.startsAt + moved, endsAt: each.endsAt + moved }));
    return comingUp({ ...plan, slots }, campaigns, noon, 5).map(({ key }) => key);
  };
  assert.deepEqual(keys(0), keys(60_000));
  assert.equal(new Set(keys(0)).size, 3);
});

test('no more than asked for', () => assert.equal(comingUp(plan, campaigns, noon, 2).length, 2));

test('without a plan the campaigns say what is next', () => {
  const next = { code: 'next', sentence: '', value: null, link: null };
  const known = {
    late: buildCampaign('late', { whyNot: next, endsAt: noon + 2 }),
    soon: buildCampaign('soon', { whyNot: next, endsAt: noon + 1 }),
    other: buildCampaign('other', { whyNot: { ...next, code: 'upcoming' } }),
  };
  assert.deepEqual(
    comingUp(null, known, noon, 5).map(({ campaignId, when }) => [campaignId, when]),
    [
      ['soon', null],
      ['late', null],
    ],
  );
});

test('long lists are counted', () => {
  assert.deepEqual(shortened(['a', 'b', 'c'], 2), { names: ['a', 'b'], more: 1 });
  assert.deepEqual(shortened(['a'], 2), { names: ['a'], more: 0 });
});

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { buildPlan } from '../../shared/testing/build-views.ts';
import { whyNoPlan, zoomOf } from './model.ts';

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

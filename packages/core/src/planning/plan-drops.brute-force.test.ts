import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Plan } from './plan.ts';
import { planDrops } from './plan-drops.ts';
import type { PlanRequest } from './plan-request.ts';
import { mostDrops } from './testing/brute-force.ts';
import { campaignSketches, named, pause, request } from './testing/worlds.ts';
import type { Tier } from './wish.ts';

const unit = 30;

function earned(plan: Plan, asked: PlanRequest): Readonly<Record<Tier, number>> {
  const counts = { must: 0, want: 0, fill: 0 };
  for (const { campaignId, dropId, forecast } of plan.forecasts) {
    if (forecast.kind !== 'onTrack' && !(forecast.kind === 'atRisk' && forecast.finishesAt !== null)) continue;
    const planned = asked.campaigns.find(({ campaign }) => campaign.id === campaignId);
    const wish = planned?.wishes[planned.campaign.drops.findIndex((drop) => drop.id === dropId)] ?? 'never';
    if (wish !== 'never') counts[wish]++;
  }
  return counts;
}

const pauses = fc
  .option(fc.record({ from: fc.integer({ min: 0, max: 6 }), length: fc.integer({ min: 1, max: 4 }) }), { nil: null })
  .map((drawn) => (drawn === null ? [] : [pause(drawn.from * unit, (drawn.from + drawn.length) * unit)]));

describe('against every possible schedule of a small world', () => {
  it('the plan earns as many drops as can be earned', () => {
    fc.assert(
      fc.property(campaignSketches(unit, 4, false), pauses, (sketches, spans) => {
        const asked = request(named(sketches), { pauses: spans });
        assert.deepEqual(earned(planDrops(asked), asked), mostDrops(asked, unit));
      }),
      { numRuns: 300 },
    );
  });
  it('it earns the most musts, then the most wants, then the most fills', () => {
    fc.assert(
      fc.property(campaignSketches(unit, 4, true), (sketches) => {
        const asked = request(named(sketches));
        assert.deepEqual(earned(planDrops(asked), asked), mostDrops(asked, unit));
      }),
      { numRuns: 300 },
    );
  });
});

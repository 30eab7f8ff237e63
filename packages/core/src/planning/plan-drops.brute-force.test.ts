import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Plan } from './plan.ts';
import { planDrops } from './plan-drops.ts';
import type { PlanRequest } from './plan-request.ts';
import { mostDrops } from './testing/brute-force.ts';
import { type CampaignSketch, campaignSketches, named, pause, request } from './testing/worlds.ts';
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

/** Some of them in lines, some drops with windows of their own. */
const uneven: fc.Arbitrary<readonly CampaignSketch[]> = fc
  .tuple(
    campaignSketches(unit, 4, true),
    fc.infiniteStream(fc.constantFrom('a', 'b', undefined)),
    fc.infiniteStream(
      fc.option(fc.record({ opens: fc.integer({ min: -2, max: 8 }), length: fc.integer({ min: 1, max: 8 }) }), {
        freq: 2,
      }),
    ),
  )
  .map(([sketches, lines, windows]) =>
    sketches.map((sketch) => ({
      ...sketch,
      line: lines.next().value,
      drops: sketch.drops.map((drop) => {
        const own = windows.next().value;
        return own === null ? drop : { ...drop, opens: own.opens * unit, closes: (own.opens + own.length) * unit };
      }),
    })),
  );

function weigh({ must, want, fill }: Readonly<Record<Tier, number>>): number {
  return must * 1e6 + want * 1e3 + fill;
}

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
  it('it promises no more than can be earned, also of lines and of drops with windows of their own', () => {
    fc.assert(
      fc.property(uneven, (sketches) => {
        const asked = request(named(sketches));
        assert.ok(weigh(earned(planDrops(asked), asked)) <= weigh(mostDrops(asked, unit)));
      }),
      { numRuns: 300 },
    );
  });
});

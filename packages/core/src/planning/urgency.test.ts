import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Rung } from './ladder.ts';
import type { Price } from './plan-request.ts';
import { bareJob, jobIn, rung } from './testing/jobs.ts';
import { chance, noPrice } from './testing/worlds.ts';
import { growthOf, urgencyOf } from './urgency.ts';

const job = bareJob('a');
const dear: Price = { must: 0.05, want: 0.05, fill: 0.05 };

function urgency(rungs: readonly Rung[], price = noPrice, at = 0): number {
  return urgencyOf(job, rungs, at, price, false);
}

function urgencyBy(chances: readonly number[], rungs: readonly Rung[], price = noPrice): number {
  const streamed = jobIn({ to: 20_000, drops: [{ minutes: 60 }], supply: chance(true, ...chances) });
  return urgencyOf(streamed, rungs, 0, price, false);
}

describe('urgency', () => {
  const more: readonly (readonly [string, number, number])[] = [
    ['grows as the time to spare runs out', urgency([rung(60, 100)]), urgency([rung(60, 200)])],
    ['grows with time', urgency([rung(60, 600)], noPrice, 300), urgency([rung(60, 600)])],
    ['is higher where minutes bring more', urgency([rung(30, 570)]), urgency([rung(60, 600)])],
    ['is higher for a must', urgency([rung(60, 600, { must: 1 })]), urgency([rung(60, 600)])],
    ['is higher for a want than for a fill', urgency([rung(60, 600)]), urgency([rung(60, 600, { fill: 1 })])],
    [
      'of a want that is about to be lost is higher than that of a must with all the time in the world',
      urgency([rung(60, 60)]),
      urgency([rung(60, 20_000, { must: 1 })]),
    ],
    [
      'is that of the best rung in reach',
      urgency([rung(60, 600), rung(70, 600, { want: 4 })]),
      urgency([rung(60, 600)]),
    ],
    [
      'is that of a lower rung where the higher one is out of reach',
      urgency([rung(60, 100), rung(120, 100, { want: 9 })]),
      -Infinity,
    ],
    ['is low but there for what is distant', urgency([rung(60, 20_000)]), 0],
    ['of what pays is above nothing', urgency([rung(60, 600)], { ...noPrice, want: 0.016 }), 0],
    ['of what does not pay is below nothing', 0, urgency([rung(60, 600)], dear)],
    ['orders what does not pay by what it brings', urgency([rung(60, 600)], dear), urgency([rung(90, 600)], dear)],
    ['is higher where somebody streams only now', urgencyBy([1, 1, 0], [rung(60, 6000)]), urgency([rung(60, 6000)])],
    [
      'fades where more is needed than can be expected',
      urgencyBy([1, 0], [rung(60, 600)]),
      urgencyBy([1, 0], [rung(120, 600)]),
    ],
    ['goes below nothing where hope is gone', 0, urgencyBy([0.01], [rung(600, 700)], { ...noPrice, want: 1e-6 })],
  ];
  for (const [name, higher, lower] of more) {
    it(name, () => {
      assert.ok(higher > lower, `${higher} is not above ${lower}`);
    });
  }

  it('is none where nothing can be finished any more', () => {
    assert.equal(urgency([]), -Infinity);
    assert.equal(urgency([rung(60, 59)]), -Infinity);
    assert.equal(urgency([rung(60, 600)], noPrice, 541), -Infinity);
  });
  it('is there to the last minute that is enough', () => {
    assert.ok(urgency([rung(60, 60)]) > 0);
    assert.ok(urgency([rung(60, 600)], noPrice, 540) > 0);
  });
  it('does not hang on time where minutes do not pay', () => {
    assert.equal(urgency([rung(60, 61)], dear), urgency([rung(60, 6000)], dear));
  });
  it('of what is being watched is higher, but not so much that something far better could not take over', () => {
    const rungs = [rung(60, 600)];
    const watched = urgencyOf(job, rungs, 0, noPrice, true);
    assert.ok(watched > urgency(rungs));
    assert.ok(watched < urgency([rung(60, 600, { want: 2 })]));
  });
  it('of what is being watched without paying is as that of others', () => {
    assert.equal(urgencyOf(job, [rung(60, 600)], 0, dear, true), urgency([rung(60, 600)], dear));
  });

  it('never grows faster than is told', () => {
    const rungs = fc
      .array(fc.record({ minutes: fc.integer({ min: 1, max: 200 }), worth: fc.integer({ min: 1, max: 3 }) }), {
        minLength: 1,
        maxLength: 5,
      })
      .map((drawn) => {
        let need = 0;
        let want = 0;
        return drawn.map(({ minutes, worth }) => {
          need += minutes;
          want += worth;
          return rung(need, 1000, { want });
        });
      });
    const chances = fc.option(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 }));
    fc.assert(
      fc.property(
        rungs,
        chances,
        fc.nat(400),
        fc.nat(400),
        fc.constantFrom(0, 0.01, 0.1),
        fc.boolean(),
        (drawn, hourly, ...rest) => {
          const [at, later, want, watched] = rest;
          const price = { ...noPrice, want };
          const supply = hourly === null ? undefined : chance(true, ...hourly);
          const drawnJob = jobIn({ to: 1000, drops: [{ minutes: 60 }], supply });
          const first = growthOf(urgencyOf(drawnJob, drawn, at, price, watched), at);
          const second = growthOf(urgencyOf(drawnJob, drawn, at + later, price, watched), at + later);
          assert.ok(second <= first + 1e-9, `${second} after ${first}`);
        },
      ),
    );
  });
});

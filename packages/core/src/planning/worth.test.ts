import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Rung } from './ladder.ts';
import type { Price } from './plan-request.ts';
import { rung } from './testing/jobs.ts';
import { noPrice } from './testing/worlds.ts';
import { type Tier, tiers } from './wish.ts';
import { gainPerMinute, highestPrice, netWorths } from './worth.ts';

function priced(all: number): Price {
  return { must: all, want: all, fill: all };
}

function netOf(rungs: readonly Rung[], price: Price): number {
  return netWorths(rungs, price).at(-1) ?? 0;
}

function sole(tier: Tier, count = 1): readonly Rung[] {
  return [rung(60, 600, { [tier]: count })];
}

describe('what is brought by climbing a ladder', () => {
  it('is nothing where there is no rung', () => {
    assert.deepEqual(netWorths([], noPrice), []);
  });
  it('is told for every rung, with those below it', () => {
    const nets = netWorths([rung(60, 600, { fill: 1 }), rung(90, 600, { fill: 3 })], noPrice);
    assert.deepEqual(nets, [1, 3]);
  });
  it('is less by the price of its minutes', () => {
    const rungs = [rung(60, 600, { fill: 1 }), rung(100, 600, { fill: 2 })];
    const nets = netWorths(rungs, priced(0.01));
    assert.deepEqual(
      nets.map((net) => Math.round(net * 1000) / 1000),
      [0.4, 1],
    );
  });
  it('is below nothing where the minutes cost more than they bring', () => {
    assert.ok(netOf(sole('fill'), priced(0.02)) < 0);
    assert.ok(netOf(sole('must'), priced(0.02)) < 0);
  });
  it('pays for minutes by the price of the highest tier that they bring', () => {
    const both = [rung(60, 600, { want: 1, fill: 1 })];
    assert.equal(netOf(both, { ...noPrice, fill: 0.05 }), netOf(both, noPrice));
    assert.ok(netOf(both, { ...noPrice, want: 0.01 }) < netOf(both, noPrice));
  });
  it('is a number however high the price', () => {
    assert.equal(netOf(sole('want'), priced(Infinity)), netOf(sole('want'), priced(highestPrice)));
  });
  it('is never more for any number of drops of a lower tier that a plan can hold', () => {
    fc.assert(
      fc.property(fc.constantFrom(0, 1), fc.integer({ min: 1, max: 5000 }), (place, count) => {
        const [higher, lower] = [tiers[place] ?? 'must', tiers[place + 1] ?? 'fill'];
        assert.ok(netOf(sole(higher), noPrice) > netOf(sole(lower, count), noPrice));
      }),
    );
  });
});

describe('what a minute brings', () => {
  const more: readonly (readonly [string, number, number])[] = [
    ['is more where fewer are needed', gainOf(rung(60, 600)), gainOf(rung(90, 600))],
    ['is more where more is earned', gainOf(rung(60, 600, { want: 2 })), gainOf(rung(60, 600))],
    ['is more towards a must than towards a want', gainOf(rung(60, 600, { must: 1 })), gainOf(rung(60, 600))],
    ['is more towards a want than towards a fill', gainOf(rung(60, 600)), gainOf(rung(60, 600, { fill: 1 }))],
    ['is more where minutes are cheap', gainOf(rung(60, 600), 0.001), gainOf(rung(60, 600), 0.01)],
    ['is more above the price than below it', gainOf(rung(60, 600), 0.0166), gainOf(rung(60, 600), 0.0167)],
    ['is more below the price too where fewer are needed', gainOf(rung(60, 600), 0.5), gainOf(rung(90, 600), 0.5)],
    [
      'is more for one that pays than for one that does not',
      gainOf(rung(90, 600), 0.011),
      gainOf(rung(91, 600), 0.011),
    ],
  ];
  for (const [name, higher, lower] of more) {
    it(name, () => {
      assert.ok(higher > lower, `${higher} is not above ${lower}`);
    });
  }
  it('is above nothing only where it is more than the price', () => {
    assert.ok(gainOf(rung(60, 600), 1 / 61) > 0);
    assert.ok(gainOf(rung(60, 600), 1 / 60) < 0);
    assert.ok(gainOf(rung(60, 600), Infinity) < 0);
  });
  it('is a number where no minute is needed any more', () => {
    assert.ok(Number.isFinite(gainPerMinute(rung(0, 600), 0, noPrice)));
  });
});

function gainOf(each: Rung, price = 0): number {
  return gainPerMinute(each, each.needMinutes, priced(price));
}

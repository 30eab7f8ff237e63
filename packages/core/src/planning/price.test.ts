import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { hourMs, noon } from '../drops/testing/build.ts';
import type { Price } from './plan-request.ts';
import { learnPrice, type PriceMemory } from './price.ts';
import { type CampaignSketch, chance, noPrice, request } from './testing/worlds.ts';
import type { PlanGoal, Wish } from './wish.ts';
import { highestPrice } from './worth.ts';

const day = 24 * 60;

/** What is seen: the first look believes half of it. */
function seen(campaigns: Readonly<Record<string, CampaignSketch>>, goal: PlanGoal = 'drops', minedShare = 1): Price {
  const { price } = learnPrice(null, request(campaigns).campaigns, goal, noon, minedShare);
  return roundAll(price, 2);
}

function roundAll(price: Price, factor = 1): Price {
  const round = (each: number): number => Math.round(each * factor * 1e9) / 1e9;
  return { must: round(price.must), want: round(price.want), fill: round(price.fill) };
}

/** A campaign of one day, of which half has gone by, that asks for this share of it: one drop. */
function asking(share: number, wish: Wish = 'want', change: Partial<CampaignSketch> = {}): CampaignSketch {
  return { from: -day / 2, to: day / 2, drops: [{ minutes: share * day, wish }], ...change };
}

const wants = (want: number): Price => ({ ...noPrice, want });

describe('the price of a minute', () => {
  const table: readonly (readonly [string, Readonly<Record<string, CampaignSketch>>, number])[] = [
    ['is nothing where nothing is asked for', {}, 0],
    ['is nothing where there is time for all', { a: asking(0.4), b: asking(0.5) }, 0],
    ['is what the campaign pays that fills the time', { a: asking(0.25), b: asking(0.75) }, 1 / (0.75 * day)],
    [
      'is what the cheapest pays that still has room',
      { a: asking(0.25), b: asking(0.5), c: asking(0.6), d: asking(0.9) },
      1 / (0.6 * day),
    ],
    [
      'counts campaigns that are finished',
      { a: asking(0.25), b: asking(0.75, 'want', { drops: [{ minutes: 0.75 * day, watched: 0.75 * day }] }) },
      1 / (0.75 * day),
    ],
    [
      'counts what was watched as if it were not',
      { a: asking(0.25), b: asking(0.75, 'want', { drops: [{ minutes: 0.75 * day, watched: 0.7 * day }] }) },
      1 / (0.75 * day),
    ],
    [
      'does not count campaigns that have not begun',
      { a: asking(0.5), b: asking(0.75, 'want', { from: 1, to: day + 1 }) },
      0,
    ],
    ['does not count campaigns that are over', { a: asking(0.5), b: asking(0.75, 'want', { from: -day, to: 0 }) }, 0],
    [
      'does not count campaigns that Twitch has ended',
      { a: asking(0.5), b: asking(0.75, 'want', { expired: true }) },
      0,
    ],
    ['does not count what is never wished for', { a: asking(0.5), b: asking(0.75, 'never') }, 0],
    [
      'does not count what cannot be earned',
      { a: asking(0.5), b: asking(0.75, 'want', { drops: [{ minutes: 0.75 * day, block: 'not-linked' }] }) },
      0,
    ],
    [
      'does not count what nobody streams',
      { a: asking(0.5), b: asking(0.75, 'want', { supply: chance(false, 0.01) }) },
      0,
    ],
    [
      'counts what somebody streams for long enough',
      { a: asking(0.5), b: asking(0.5, 'want', { supply: chance(false, 0.5) }) },
      1 / (0.5 * day),
    ],
    [
      'does not count more than can be earned before the end',
      { a: asking(0.5), b: asking(0.75, 'want', { drops: [{ minutes: 2 * day }] }) },
      0,
    ],
    [
      'counts campaigns of one line on their own',
      { a: asking(0.5, 'want', { line: 'game' }), b: asking(0.5, 'want', { line: 'game' }) },
      1 / (0.5 * day),
    ],
    [
      'takes a campaign apart into what pays well and what does not',
      { a: { from: -day / 2, to: day / 2, drops: [{ minutes: 0.1 * day }, { minutes: day }] } },
      1 / (0.9 * day),
    ],
    [
      'takes together what pays only together',
      { a: { from: -day / 2, to: day / 2, drops: [{ minutes: 0.9 * day }, { minutes: day }] } },
      2 / day,
    ],
  ];
  for (const [name, campaigns, price] of table) {
    it(name, () => {
      assert.equal(seen(campaigns).want, roundAll(wants(price)).want);
    });
  }

  const tiered: readonly (readonly [string, Readonly<Record<string, CampaignSketch>>, Price])[] = [
    [
      'is the highest there is for all that is wanted less when musts fill the time',
      { a: asking(1, 'must'), b: asking(0.1, 'want') },
      { must: 1 / day, want: highestPrice, fill: highestPrice },
    ],
    [
      'is the highest there is for fills when wants fill the time',
      { a: asking(1, 'want'), b: asking(0.1, 'fill') },
      { must: 0, want: 1 / day, fill: highestPrice },
    ],
    [
      'for wants takes up what musts leave',
      { a: asking(0.5, 'must'), b: asking(0.25, 'want'), c: asking(0.3, 'want') },
      { must: 0, want: 1 / (0.3 * day), fill: highestPrice },
    ],
    [
      'for fills alone when there is time for all that is wanted more',
      { a: asking(0.5, 'must'), b: asking(0.4, 'want'), c: asking(0.2, 'fill') },
      { must: 0, want: 0, fill: 1 / (0.2 * day) },
    ],
  ];
  for (const [name, campaigns, price] of tiered) {
    it(name, () => {
      assert.deepEqual(seen(campaigns), roundAll(price));
    });
  }

  it('does not hang on minutes that are only believed', () => {
    const asked = request({ a: asking(1) }).campaigns;
    const believing = asked.map((planned) => {
      const drops = planned.campaign.drops.map((drop) => ({
        ...drop,
        progress: { ...drop.progress, estimatedMinutes: 300 },
      }));
      return { ...planned, campaign: { ...planned.campaign, drops } };
    });
    assert.deepEqual(learnPrice(null, believing, 'drops', noon), learnPrice(null, asked, 'drops', noon));
  });
  it('is in campaigns a minute where whole campaigns count', () => {
    const drops = [{ minutes: 0.5 * day }, { minutes: day }];
    assert.equal(seen({ a: { from: -day / 2, to: day / 2, drops } }, 'campaigns').want, roundAll(wants(1 / day)).want);
  });
  it('is filled sooner where part of the time is paused', () => {
    assert.deepEqual(
      seen({ a: asking(0.6) }, 'drops', 0.5),
      roundAll({ ...wants(1 / (0.6 * day)), fill: highestPrice }),
    );
  });

  describe('is learnt', () => {
    const memory: PriceMemory = { price: wants(0.02), learntAt: noon };
    const busy = request({ a: asking(0.25), b: asking(0.75) }).campaigns;
    const later = (hours: number, from = memory): PriceMemory => learnPrice(from, busy, 'drops', noon + hours * hourMs);
    const target = 1 / (0.75 * day);

    it('at first as half of what is seen', () => {
      const { price, learntAt } = learnPrice(null, busy, 'drops', noon);
      assert.deepEqual(roundAll(price), roundAll({ ...wants(target / 2), fill: highestPrice / 2 }));
      assert.equal(learntAt, noon);
    });
    it('slowly: it is half way in about 35 hours', () => {
      const open = request({
        a: asking(1, 'want', { to: 20 * day }),
        b: asking(19, 'want', { to: 19 * day }),
      }).campaigns;
      const { price: full } = learnPrice(null, open, 'drops', noon + 35 * hourMs);
      const { price } = learnPrice({ price: noPrice, learntAt: noon }, open, 'drops', noon + 35 * hourMs);
      const way = price.want / (full.want * 2);
      assert.ok(Math.abs(way - 0.5) < 0.01, `${way} of the way`);
    });
    it('not at all in no time', () => {
      assert.deepEqual(later(0), memory);
    });
    it('never backwards in time', () => {
      assert.deepEqual(later(-5), memory);
    });
    it('in many looks as in one', () => {
      let step = memory;
      for (let hour = 1; hour <= 6; hour++) step = later(hour, step);
      assert.deepEqual(roundAll(step.price), roundAll(later(6).price));
    });
    it('as falling while nothing is listed', () => {
      const { price } = learnPrice(memory, [], 'drops', noon + 35 * hourMs);
      assert.ok(Math.abs(price.want / memory.price.want - 0.5) < 0.01);
    });
    it('without a step beyond what is seen', () => {
      fc.assert(
        fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(10_000), (want, hours) => {
          const { price } = learnPrice({ price: wants(want), learntAt: noon - hours * hourMs }, busy, 'drops', noon);
          assert.ok(price.want >= Math.min(want, target) - 1e-12 && price.want <= Math.max(want, target) + 1e-12);
        }),
      );
    });
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Claim } from '../drops/campaign.ts';
import { byHand, claimed, minuteMs, noon, ready } from '../drops/testing/build.ts';
import type { WhyNotCode } from '../drops/why-not-reasons.ts';
import { planDrops } from './plan-drops.ts';
import { type PlanRequest, planHorizonMs, type Supply } from './plan-request.ts';
import { learnPrice } from './price.ts';
import { type CampaignSketch, chance, type DropSketch, named, request } from './testing/worlds.ts';
import { planGoals, type Wish } from './wish.ts';

const day = 24 * 60;
/** From a minute to far more than a plan, whole or not. */
const minutes = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 300 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 40 * day }) },
  { weight: 2, arbitrary: fc.double({ min: 0, max: 90, noNaN: true }) },
);
const instants = fc.oneof(fc.integer({ min: -300, max: 600 }), fc.integer({ min: -2 * day, max: 40 * day }));
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });

const drops: fc.Arbitrary<DropSketch> = fc.record({
  minutes,
  after: maybe(fc.nat(4)),
  wish: fc.constantFrom<Wish>('must', 'want', 'want', 'fill', 'fill', 'never'),
  watched: maybe(minutes),
  opens: maybe(instants),
  closes: maybe(instants),
  block: maybe(fc.constantFrom<WhyNotCode>('not-linked', 'subscription-only', 'precondition-open')),
  claim: maybe(fc.constantFrom<Claim>({ kind: 'unclaimed' }, byHand, claimed, ready)),
});

const chances = fc.oneof(fc.constantFrom(0, 1, 0.5), fc.double({ min: 0, max: 1, noNaN: true }));
const supplies: fc.Arbitrary<Supply> = fc.oneof(
  fc.constant<Supply>({ kind: 'always' }),
  fc
    .tuple(fc.boolean(), fc.array(chances, { minLength: 1, maxLength: 400 }))
    .map(([liveNow, hourly]) => chance(liveNow, ...hourly)),
);

const campaigns: fc.Arbitrary<CampaignSketch> = fc.record({
  from: maybe(instants),
  to: fc.oneof(instants, fc.integer({ min: 60, max: 20 * day })),
  drops: fc.array(drops, { maxLength: 5 }),
  supply: maybe(supplies),
  line: maybe(fc.constantFrom('a', 'b')),
  expired: fc.integer({ min: 0, max: 9 }).map((drawn) => drawn === 9),
});

const requests: fc.Arbitrary<PlanRequest> = fc
  .record({
    sketches: fc.array(campaigns, { maxLength: 8 }),
    goal: fc.constantFrom(...planGoals),
    price: fc.record({
      must: fc.constantFrom(0, 0.01, 1),
      want: fc.constantFrom(0, 0.01, 5),
      fill: fc.constantFrom(0, 1e9),
    }),
    watching: fc.nat(20),
    pauses: fc.array(fc.tuple(fc.nat(20 * day), fc.integer({ min: 1, max: 15 * day })), { maxLength: 4 }),
    begin: fc.integer({ min: -3 * day, max: 0 }),
    nowMs: fc.nat(59_999),
  })
  .map(({ sketches, goal, price, watching, pauses, begin, nowMs }) => {
    const asked = request(named(sketches), { goal, price, now: noon + nowMs });
    let end = noon + begin * minuteMs;
    const spans = pauses.map(([gap, length]) => {
      const startsAt = end + gap * minuteMs;
      end = startsAt + length * minuteMs;
      return { startsAt, endsAt: end };
    });
    return { ...asked, pauses: spans, watchingId: asked.campaigns[watching]?.campaign.id ?? null };
  });

function assertNumbers(value: unknown, path: string): void {
  if (typeof value === 'number') assert.ok(Number.isFinite(value), `${path} is ${value}`);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) assertNumbers(each, `${path}.${key}`);
  } else assert.notEqual(value, undefined, path);
}

describe('whatever nonsense is asked', () => {
  it('every number of the plan is one', () => {
    fc.assert(
      fc.property(requests, (asked) => {
        assertNumbers(planDrops(asked), 'plan');
      }),
      { numRuns: 400 },
    );
  });
  it('every number of the price is one, and never above the highest', () => {
    fc.assert(
      fc.property(requests, fc.nat(2000), ({ campaigns: planned, goal, now }, hours) => {
        const first = learnPrice(null, planned, goal, now);
        const then = learnPrice(first, planned, goal, now + hours * 60 * minuteMs);
        for (const { price } of [first, then]) {
          for (const each of Object.values(price)) assert.ok(each >= 0 && each <= 1, `a price is ${each}`);
        }
      }),
    );
  });
  it('a slot lies between now and the horizon, inside its campaign and outside every pause, and ends after it begins', () => {
    fc.assert(
      fc.property(requests, (asked) => {
        let end = asked.now;
        for (const slot of planDrops(asked).slots) {
          const campaign = asked.campaigns.find((each) => each.campaign.id === slot.campaignId)?.campaign;
          assert.ok(campaign !== undefined && !campaign.expired);
          assert.ok(slot.startsAt >= end && slot.endsAt > slot.startsAt && slot.endsAt <= asked.now + planHorizonMs);
          assert.ok(slot.startsAt >= campaign.startsAt && slot.endsAt <= campaign.endsAt);
          for (const span of asked.pauses) assert.ok(slot.endsAt <= span.startsAt || slot.startsAt >= span.endsAt);
          end = slot.endsAt;
        }
      }),
      { numRuns: 200 },
    );
  });
  it('what is promised lies inside the window of the drop, and what is missing is not less than nothing', () => {
    fc.assert(
      fc.property(requests, (asked) => {
        for (const { campaignId, dropId, forecast } of planDrops(asked).forecasts) {
          const planned = asked.campaigns.find((each) => each.campaign.id === campaignId);
          const drop = planned?.campaign.drops.find((each) => each.id === dropId);
          assert.ok(planned !== undefined && drop !== undefined);
          if (forecast.kind === 'impossible')
            assert.ok(forecast.missingMinutes >= 0, `${forecast.missingMinutes} missing`);
          if (forecast.kind === 'atRisk')
            assert.ok(forecast.chance >= 0 && forecast.chance <= 1, `chance ${forecast.chance}`);
          if ((forecast.kind !== 'onTrack' && forecast.kind !== 'atRisk') || forecast.finishesAt === null) continue;
          assert.ok(forecast.finishesAt > Math.max(asked.now, drop.startsAt), `done at ${forecast.finishesAt}`);
          const end = Math.min(drop.endsAt, planned.campaign.endsAt);
          assert.ok(forecast.finishesAt <= end + 1, `done ${forecast.finishesAt - end} ms after the end`);
          assert.ok(forecast.slackMinutes >= 0, `${forecast.slackMinutes} minutes to spare`);
        }
      }),
      { numRuns: 200 },
    );
  });
});

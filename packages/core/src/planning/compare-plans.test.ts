import assert from 'node:assert/strict';
import { test } from 'node:test';
import { campaignId, dropId } from '@dropwise/kit';
import fc from 'fast-check';
import { comparePlans, leastShiftMs } from './compare-plans.ts';
import type { DropForecast, Forecast, Plan } from './plan.ts';

const hourMs = 3_600_000;
const onTrack = (finishesAt: number): Forecast => ({ kind: 'onTrack', finishesAt, slackMinutes: 600 });
const atRisk = (finishesAt: number | null): Forecast => ({ kind: 'atRisk', finishesAt, slackMinutes: 20, chance: 0.6 });
const givenUp: Forecast = { kind: 'givenUp', forCampaignIds: [] };
const impossible: Forecast = { kind: 'impossible', why: 'too-late', missingMinutes: 30 };

function planOf(forecasts: readonly DropForecast[]): Plan {
  return { madeAt: 0, until: 0, slots: [], forecasts, order: [], bids: [], price: { must: 0, want: 0, fill: 0 } };
}

function planWith(drops: Readonly<Record<string, Forecast>>): Plan {
  return planOf(
    Object.entries(drops).map(([id, forecast]) => ({ campaignId: campaignId('a'), dropId: dropId(id), forecast })),
  );
}

const rows: readonly (readonly [
  what: string,
  before: Forecast | null,
  after: Forecast | null,
  change: object | null,
])[] = [
  ['given up, then finished', givenUp, onTrack(hourMs), { kind: 'gained', finishesAt: hourMs }],
  ['impossible, then at risk', impossible, atRisk(null), { kind: 'gained', finishesAt: null }],
  ['not there, then finished', null, onTrack(hourMs), { kind: 'gained', finishesAt: hourMs }],
  ['finished, then given up', onTrack(hourMs), givenUp, { kind: 'lost', after: givenUp }],
  ['finished, then left out', atRisk(hourMs), null, { kind: 'lost', after: null }],
  ['never finished', givenUp, impossible, null],
  ['never finished, then left out', givenUp, null, null],
  ['an hour later', onTrack(hourMs), onTrack(2 * hourMs), { kind: 'later', fromAt: hourMs, toAt: 2 * hourMs }],
  ['an hour earlier', atRisk(2 * hourMs), atRisk(hourMs), { kind: 'earlier', fromAt: 2 * hourMs, toAt: hourMs }],
  ['a moment later', onTrack(hourMs), onTrack(hourMs + leastShiftMs - 1), null],
  ['later and at risk', onTrack(hourMs), atRisk(2 * hourMs), { kind: 'riskier', finishesAt: 2 * hourMs }],
  ['out of danger', atRisk(null), onTrack(hourMs), { kind: 'safer', finishesAt: hourMs }],
  ['still waiting for a stream', atRisk(null), atRisk(null), null],
  ['a stream that is known by now', atRisk(null), atRisk(hourMs), null],
];

for (const [what, before, after, expected] of rows) {
  test(`a drop that is ${what}`, () => {
    const found = comparePlans(
      planWith(before === null ? {} : { d: before }),
      planWith(after === null ? {} : { d: after }),
    );
    assert.deepEqual(found, expected === null ? [] : [{ ...expected, campaignId: 'a', dropId: 'd' }]);
  });
}

test('losses come first, then gains, then what moves, each in the order of the plans', () => {
  const before = planWith({ a: onTrack(hourMs), b: givenUp, c: onTrack(hourMs), d: onTrack(hourMs), e: givenUp });
  const after = planWith({ e: onTrack(1), d: givenUp, a: onTrack(3 * hourMs), b: onTrack(2), c: atRisk(null) });
  assert.deepEqual(
    comparePlans(before, after).map(({ kind, dropId }) => `${kind} ${dropId}`),
    ['lost d', 'gained b', 'gained e', 'riskier c', 'later a'],
  );
});

test('drops of different campaigns with the same id are different drops', () => {
  const drop = (campaign: string, forecast: Forecast): DropForecast => ({
    campaignId: campaignId(campaign),
    dropId: dropId('d'),
    forecast,
  });
  const before = planOf([drop('a', givenUp), drop('b', onTrack(hourMs))]);
  const after = planOf([drop('a', onTrack(hourMs)), drop('b', onTrack(hourMs))]);
  assert.deepEqual(
    comparePlans(before, after).map((change) => `${change.kind} ${change.campaignId}`),
    ['gained a'],
  );
});

const anyForecast: fc.Arbitrary<Forecast> = fc.oneof(
  fc.nat().map(onTrack),
  fc.option(fc.nat(), { nil: null }).map(atRisk),
  fc.constant(givenUp),
  fc.constant(impossible),
);
const anyPlan = fc
  .uniqueArray(fc.record({ campaign: fc.nat(3), drop: fc.nat(5), forecast: anyForecast }), {
    selector: ({ campaign, drop }) => `${campaign} ${drop}`,
  })
  .map((drops) =>
    planOf(
      drops.map(({ campaign, drop, forecast }) => ({
        campaignId: campaignId(`${campaign}`),
        dropId: dropId(`${drop}`),
        forecast,
      })),
    ),
  );

test('a plan changes nothing against itself', () => {
  fc.assert(fc.property(anyPlan, (plan) => assert.deepEqual(comparePlans(plan, plan), [])));
});

test('what is gained one way is lost the other way, and later is earlier', () => {
  const mirror = {
    gained: 'lost',
    lost: 'gained',
    later: 'earlier',
    earlier: 'later',
    riskier: 'safer',
    safer: 'riskier',
  };
  const names = (changes: ReturnType<typeof comparePlans>, nameOf: (kind: keyof typeof mirror) => string) =>
    changes.map((change) => `${nameOf(change.kind)} ${change.campaignId} ${change.dropId}`).sort();
  fc.assert(
    fc.property(anyPlan, anyPlan, (a, b) => {
      assert.deepEqual(
        names(comparePlans(a, b), (kind) => mirror[kind]),
        names(comparePlans(b, a), (kind) => kind),
      );
    }),
  );
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { byHand, ready } from '../drops/testing/build.ts';
import type { WhyNotCode } from '../drops/why-not-reasons.ts';
import { planDrops } from './plan-drops.ts';
import type { PlanRequest } from './plan-request.ts';
import { forecastsOf } from './testing/reading.ts';
import { type CampaignSketch, chance, type DropSketch, pause, request } from './testing/worlds.ts';

const day = 24 * 60;

function forecasts(
  campaigns: Readonly<Record<string, CampaignSketch>>,
  change: Partial<PlanRequest> = {},
): Readonly<Record<string, string>> {
  return forecastsOf(planDrops(request(campaigns, change)));
}

/** Of the first drop of the campaign `a` alone. */
function forecast(a: CampaignSketch, change: Partial<PlanRequest> = {}): string {
  return forecasts({ a }, change)['a-0'] ?? 'none';
}

describe('the forecast of a drop that nothing competes with', () => {
  const hour = [{ minutes: 60 }];
  const table: readonly (readonly [string, CampaignSketch, string])[] = [
    ['is on track with time to spare', { to: 600, drops: hour }, 'on track at 60, 540 to spare'],
    ['counts what was watched', { to: 600, drops: [{ minutes: 60, watched: 20 }] }, 'on track at 40, 560 to spare'],
    ['is on track with half an hour to spare', { to: 90, drops: hour }, 'on track at 60, 30 to spare'],
    ['is at risk with less than half an hour to spare', { to: 89, drops: hour }, 'at risk at 60, 29 to spare'],
    ['is at risk with no minute to spare', { to: 60, drops: hour }, 'at risk at 60, 0 to spare'],
    ['lacks what goes beyond its end', { to: 59, drops: hour }, 'impossible: too-late, 1 missing'],
    [
      'is on track with a tenth of a long time to spare',
      { to: 660, drops: [{ minutes: 600 }] },
      'on track at 600, 60 to spare',
    ],
    [
      'is at risk with less than a tenth to spare',
      { to: 659, drops: [{ minutes: 600 }] },
      'at risk at 600, 59 to spare',
    ],
    [
      'lacks 180 of 900 hours where 30 days are left',
      { to: 30 * day, drops: [{ minutes: 54_000 }] },
      'impossible: too-late, 10800 missing',
    ],
    ['counts from its begin', { from: 100, to: 600, drops: hour }, 'on track at 160, 440 to spare'],
    [
      'lacks minutes of its own window',
      { to: 600, drops: [{ minutes: 100, opens: 60, closes: 120 }] },
      'impossible: too-late, 40 missing',
    ],
    [
      'has ended with its own window',
      { to: 600, drops: [{ minutes: 60, opens: -90, closes: -10 }] },
      'impossible: expired',
    ],
    ['has ended with its campaign', { from: -600, to: 0, drops: hour }, 'impossible: expired'],
    ['has ended when Twitch says so', { to: 600, expired: true, drops: hour }, 'impossible: expired'],
    [
      'lacks everything where its window is empty',
      { to: 600, drops: [{ minutes: 60, opens: 90, closes: 90 }] },
      'impossible: too-late, 60 missing',
    ],
    [
      'lacks everything where the campaign ends as it begins',
      { from: 90, to: 90, drops: hour },
      'impossible: too-late, 60 missing',
    ],
    [
      'is that it is never wished for',
      { to: 600, drops: [{ minutes: 60, wish: 'never' }] },
      'impossible: wished-never',
    ],
    [
      'is that it has ended rather than that nobody wished for it',
      { to: 600, expired: true, drops: [{ minutes: 60, wish: 'never' }] },
      'impossible: expired',
    ],
  ];
  for (const [name, campaign, expected] of table) {
    it(name, () => {
      assert.equal(forecast(campaign), expected);
    });
  }

  const blocks: readonly WhyNotCode[] = [
    'subscription-only',
    'not-linked',
    'excluded-game',
    'no-benefit',
    'precondition-open',
  ];
  for (const block of blocks) {
    it(`is impossible because of what blocks it: ${block}`, () => {
      const minutes = block === 'subscription-only' ? 0 : 60;
      assert.equal(forecast({ to: 600, drops: [{ minutes, block }] }), `impossible: ${block}`);
    });
  }
  it('is that it is given for subscriptions, even where nobody said so', () => {
    assert.equal(forecast({ to: 600, drops: [{ minutes: 0 }] }), 'impossible: subscription-only');
  });

  it('does not count pauses as time to spare', () => {
    const change = { pauses: [pause(30, 90)] };
    assert.equal(forecast({ to: 600, drops: hour }, change), 'on track at 120, 480 to spare');
    assert.equal(forecast({ to: 130, drops: hour }, change), 'at risk at 120, 10 to spare');
    assert.equal(forecast({ to: 110, drops: hour }, change), 'impossible: too-late, 10 missing');
  });
});

describe('the forecast of what one drop needs first', () => {
  const chain = (...drops: readonly DropSketch[]): Readonly<Record<string, string>> =>
    forecasts({ a: { to: 600, drops } });
  it('adds up', () => {
    assert.deepEqual(chain({ minutes: 60 }, { minutes: 60, after: 0 }), {
      'a-0': 'on track at 60, 540 to spare',
      'a-1': 'on track at 120, 480 to spare',
    });
  });
  it('is lacking with all of it', () => {
    assert.deepEqual(chain({ minutes: 400 }, { minutes: 260, after: 0 }), {
      'a-0': 'on track at 400, 200 to spare',
      'a-1': 'impossible: too-late, 60 missing',
    });
    assert.equal(
      chain({ minutes: 60 }, { minutes: 54_000, after: 0 }, { minutes: 10, after: 1 })['a-2'],
      'impossible: too-late, 53470 missing',
    );
  });
  it('stays open where it cannot be earned', () => {
    assert.deepEqual(chain({ minutes: 60, block: 'not-linked' }, { minutes: 60, after: 0 }), {
      'a-0': 'impossible: not-linked',
      'a-1': 'impossible: precondition-open',
    });
  });
  it('is told nowhere where it is earned, and has nothing to wait for', () => {
    assert.deepEqual(chain({ minutes: 60, claim: ready }, { minutes: 60, after: 0 }), {
      'a-1': 'on track at 60, 540 to spare',
    });
    assert.deepEqual(chain({ minutes: 60, watched: 60, claim: { kind: 'unclaimed' } }, { minutes: 60, after: 0 }), {
      'a-1': 'on track at 60, 540 to spare',
    });
    assert.deepEqual(chain({ minutes: 60, watched: 60 }), {});
    assert.deepEqual(chain({ minutes: 60, claim: byHand }), {});
  });
  it('is no endless circle where two need each other', () => {
    assert.deepEqual(Object.values(chain({ minutes: 60, after: 1 }, { minutes: 60, after: 0 })), [
      'impossible: too-late',
      'impossible: too-late',
    ]);
  });
});

describe('the forecast of what lacks time', () => {
  it('counts from when what it needs first can be done', () => {
    const drops: readonly DropSketch[] = [
      { minutes: 60, opens: 200 },
      { minutes: 60, after: 0 },
    ];
    assert.equal(forecasts({ a: { to: 300, drops } })['a-1'], 'impossible: too-late, 20 missing');
  });
  it('counts from when what it needs first would have been done, had it not closed', () => {
    const drops: readonly DropSketch[] = [
      { minutes: 60, closes: 30 },
      { minutes: 60, after: 0 },
    ];
    assert.deepEqual(forecasts({ a: { to: 100, drops } }), {
      'a-0': 'impossible: too-late, 30 missing',
      'a-1': 'impossible: too-late, 20 missing',
    });
  });
  it('counts what stands before it in its line', () => {
    const line = 'game';
    const told = forecasts({
      first: { to: 100, line, drops: [{ minutes: 60 }] },
      second: { to: 110, line, drops: [{ minutes: 60 }] },
    });
    assert.equal(told['second-0'], 'impossible: too-late, 10 missing');
  });
  it('blames a pause that covers all of its window', () => {
    const change = { pauses: [pause(0, day)] };
    assert.equal(forecast({ to: 600, drops: [{ minutes: 60 }] }, change), 'impossible: paused');
    assert.equal(forecast({ from: 60, to: 600, drops: [{ minutes: 60, opens: 90 }] }, change), 'impossible: paused');
  });
  it('is that it comes later where there is time after the end of the plan', () => {
    const long = { to: 40 * day, drops: [{ minutes: 20 * day }] };
    assert.equal(forecasts({ long })['long-0'], `later, ${6 * day} needed`);
    const now = { to: 14 * day, drops: [{ minutes: 13.9 * day }] };
    assert.equal(forecasts({ now, next: { to: 40 * day, drops: [{ minutes: 600 }] } })['next-0'], 'later, 456 needed');
    assert.equal(forecast({ from: 14.5 * day, to: 20 * day, drops: [{ minutes: 60 }] }), 'later, 60 needed');
  });
  it('is that it comes later where all of the plan is paused', () => {
    const change = { pauses: [pause(0, 14 * day)] };
    assert.equal(forecast({ to: 20 * day, drops: [{ minutes: 60 }] }, change), 'later, 60 needed');
  });
});

describe('the forecast of what somebody must stream', () => {
  const hour = [{ minutes: 60 }];
  const table: readonly (readonly [string, CampaignSketch, string])[] = [
    [
      'is on track where it is live now and likely for long',
      { to: 600, supply: chance(true, 0.9), drops: hour },
      'on track at 60, 486 to spare',
    ],
    [
      'begins when it is likely',
      { to: 600, supply: chance(false, 0, 1), drops: hour },
      'on track at 120, 480 to spare',
    ],
    [
      'is at risk without a time where it is never likely',
      { to: 600, supply: chance(false, 0.3), drops: hour },
      'at risk waits, 120 to spare, chance 45 %',
    ],
    [
      'has less than no time to spare where less is expected than is needed',
      { to: 600, supply: chance(false, 0.05), drops: hour },
      'at risk waits, -30 to spare, chance 10 %',
    ],
    [
      'is that nobody streams where nobody ever does',
      { to: 600, supply: chance(false, 0), drops: hour },
      'impossible: no-live-channel',
    ],
    [
      'is that nobody streams where nobody does in its own window',
      { to: 600, supply: chance(false, 1, 0, 0), drops: [{ minutes: 60, opens: 60 }] },
      'impossible: no-live-channel',
    ],
    [
      'is too late however likely it is',
      { to: 50, supply: chance(true, 1), drops: hour },
      'impossible: too-late, 10 missing',
    ],
  ];
  for (const [name, campaign, expected] of table) {
    it(name, () => {
      assert.equal(forecast(campaign), expected);
    });
  }
  it('is at risk where it is likely for hardly longer than is needed', () => {
    const told = forecast({ to: 600, supply: chance(true, 1, 0.4, 0), drops: hour });
    assert.match(told, /^at risk at 60, 24 to spare, chance/);
  });
  it('is at risk where hardly more can be expected than is needed', () => {
    const told = forecast({ to: 600, supply: chance(true, 1, 1, 1, 1, 0.6, 0), drops: [{ minutes: 200 }] });
    assert.match(told, /^at risk at 200, 76 to spare, chance/);
  });
  it('does not ask, for what opens later, for the minutes of what is watched before', () => {
    const late: DropSketch = { minutes: 60, opens: 2 * day, closes: 2 * day + 150 };
    const among = [{ minutes: 20 * 60 }, late];
    for (const supply of [undefined, chance(true, 0.9)]) {
      const alone = forecasts({ a: { to: 5 * day, supply, drops: [late] } })['a-0'];
      assert.match(alone ?? '', /^on track at 2940/);
      assert.equal(forecasts({ a: { to: 5 * day, supply, drops: among } })['a-1'], alone);
    }
  });
  it('is the likelier the more is expected', () => {
    const chanceWith = (share: number): number => {
      const plan = planDrops(request({ a: { to: 600, supply: chance(false, share), drops: hour } }));
      const [each] = plan.forecasts;
      assert.ok(each?.forecast.kind === 'atRisk');
      return each.forecast.chance;
    };
    const chances = [0.05, 0.1, 0.2, 0.3, 0.4].map(chanceWith);
    assert.deepEqual(
      chances,
      [...chances].sort((a, b) => a - b),
    );
    assert.ok(chances.every((each) => each > 0 && each < 1));
  });
});

describe('what a drop is given up for', () => {
  const rival = (minutes: number, wish: 'must' | 'want' = 'must', from = 0): CampaignSketch => ({
    from,
    to: 600,
    drops: [{ minutes, wish }],
  });
  it('is what takes its time, most of it first', () => {
    const world = { a: { to: 600, drops: [{ minutes: 300 }] }, short: rival(150), long: rival(300) };
    assert.equal(forecasts(world)['a-0'], 'given up for long, short');
  });
  it('is not its own campaign', () => {
    const world = { a: { to: 100, drops: [{ minutes: 30 }, { minutes: 60 }] }, must: rival(60, 'must') };
    const told = forecasts({ ...world, must: { ...world.must, to: 100 } });
    assert.deepEqual(told, {
      'a-0': 'at risk at 90, 10 to spare',
      'a-1': 'given up for must',
      'must-0': 'on track at 60, 40 to spare',
    });
  });
  it('is told up to five names', () => {
    const world = Object.fromEntries(['b', 'c', 'd', 'e', 'f', 'g'].map((name, index) => [name, rival(100 - index)]));
    assert.equal(
      forecasts({ a: { to: 600, drops: [{ minutes: 300 }] }, ...world })['a-0'],
      'given up for b, c, d, e, f',
    );
  });
  it('is not what is watched before or after its own time', () => {
    const world = {
      a: { to: 600, drops: [{ minutes: 100, opens: 200, closes: 300 }] },
      before: { to: 120, drops: [{ minutes: 120 }] },
      meanwhile: { from: 200, to: 300, drops: [{ minutes: 90, wish: 'must' as const }] },
      after: { from: 300, to: 500, drops: [{ minutes: 120 }] },
    };
    assert.equal(forecasts(world)['a-0'], 'given up for meanwhile');
  });
});

describe('forecasts', () => {
  it('are in the order of the request, one for each drop that is not earned', () => {
    const world = {
      z: { to: 600, drops: [{ minutes: 60 }, { minutes: 90 }] },
      earned: { to: 600, drops: [{ minutes: 60, watched: 60 }] },
      a: { from: -90, to: -30, drops: [{ minutes: 60 }] },
    };
    assert.deepEqual(Object.keys(forecasts(world)), ['z-0', 'z-1', 'a-0']);
  });
});

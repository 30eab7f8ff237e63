import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Job } from './job.ts';
import { type Simulation, simulate } from './simulate.ts';
import { jobsIn } from './testing/jobs.ts';
import { type CampaignSketch, campaignSketches, chance, idOf, named, noPrice } from './testing/worlds.ts';

const day = 24 * 60;

interface Watched {
  readonly jobs: readonly Job[];
  readonly simulation: Simulation;
}

function watch(
  campaigns: Readonly<Record<string, CampaignSketch>>,
  { horizon = 14 * day, watching = '', price = 0 } = {},
): Watched {
  const jobs = jobsIn(campaigns, watching === '' ? {} : { watchingId: idOf(watching) });
  const terms = { goal: 'drops' as const, price: { ...noPrice, want: price, fill: price } };
  return { jobs, simulation: simulate(jobs, horizon, terms) };
}

/** `name from-to`, for every stretch. */
function stretchesOf({ simulation }: Watched): readonly string[] {
  return simulation.stretches.map(({ job, place, from, to }) => `${job.campaignIds[place]} ${from}-${to}`);
}

function orderOf({ simulation }: Watched): readonly string[] {
  return simulation.order.map(({ job }) => job.campaignIds.join('+'));
}

describe('a simulation', () => {
  const hour = [{ minutes: 60 }];
  const table: readonly (readonly [string, Readonly<Record<string, CampaignSketch>>, readonly string[]])[] = [
    ['watches nothing where there is nothing', {}, []],
    [
      'watches one campaign until it is earned, in one stretch',
      { a: { to: 900, drops: [{ minutes: 60 }, { minutes: 300 }] } },
      ['a 0-300'],
    ],
    [
      'begins with what ends first of two that pay the same',
      { a: { to: 900, drops: hour }, b: { to: 300, drops: hour } },
      ['b 0-60', 'a 60-120'],
    ],
    [
      'begins with what pays most of two that end together',
      { a: { to: 900, drops: [{ minutes: 90 }] }, b: { to: 900, drops: hour } },
      ['b 0-60', 'a 60-150'],
    ],
    ['waits for what opens', { a: { from: 100, to: 900, drops: hour } }, ['a 100-160']],
    [
      'leaves what can wait for what opens and cannot',
      { a: { to: 900, drops: [{ minutes: 300 }] }, b: { from: 100, to: 160, drops: hour } },
      ['a 0-100', 'b 100-160', 'a 160-360'],
    ],
    [
      'goes through a line in its order',
      { a: { to: 900, line: 'g', drops: hour }, b: { to: 600, line: 'g', drops: hour } },
      ['b 0-60', 'a 60-120'],
    ],
    [
      'stops when a drop that is out of reach is all there is',
      { a: { to: 900, drops: [{ minutes: 60 }, { minutes: 901 }] } },
      ['a 0-60'],
    ],
    [
      'watches for as long as somebody likely streams',
      { a: { to: 900, supply: chance(true, 1, 1, 0, 0, 1), drops: [{ minutes: 180 }] } },
      ['a 0-120', 'a 240-300'],
    ],
    [
      'watches something else until somebody streams',
      { a: { to: 900, drops: [{ minutes: 300 }] }, b: { to: 900, supply: chance(false, 0, 0, 1, 0), drops: hour } },
      ['a 0-120', 'b 120-180', 'a 180-360'],
    ],
  ];
  for (const [name, campaigns, expected] of table) {
    it(name, () => {
      assert.deepEqual(stretchesOf(watch(campaigns)), expected);
    });
  }

  it('goes on with what is being watched among equals', () => {
    const world = { a: { to: 900, drops: hour }, b: { to: 900, drops: hour } };
    assert.deepEqual(stretchesOf(watch(world)), ['a 0-60', 'b 60-120']);
    assert.deepEqual(stretchesOf(watch(world, { watching: 'b' })), ['b 0-60', 'a 60-120']);
  });
  it('does not change between equals until a drop is finished', () => {
    const world = { a: { to: 900, drops: [{ minutes: 400 }] }, b: { to: 900, drops: [{ minutes: 400 }] } };
    assert.deepEqual(stretchesOf(watch(world)), ['a 0-400', 'b 400-800']);
  });
  it('ends at its horizon', () => {
    const world = { a: { to: 900, drops: [{ minutes: 300 }] } };
    assert.deepEqual(stretchesOf(watch(world, { horizon: 200 })), ['a 0-200']);
  });
  it('tells when each drop is finished', () => {
    const { jobs, simulation } = watch({
      a: { from: 30, to: 200, drops: [{ minutes: 60 }, { minutes: 90 }, { minutes: 900 }] },
    });
    const [job] = jobs;
    assert.ok(job !== undefined);
    assert.deepEqual(
      [0, 1, 2, 3].map((index) => simulation.finishedAt(job, index)),
      [90, 120, null, null],
    );
  });
  it('fills its time with what does not pay, after what does', () => {
    const world = { cheap: { to: 300, drops: [{ minutes: 240 }] }, dear: { to: 600, drops: hour } };
    assert.deepEqual(stretchesOf(watch(world, { price: 0.01 })), ['dear 0-60', 'cheap 60-300']);
  });
  it('keeps the time of what opens later and pays more free of what would need it', () => {
    const world = { cheap: { to: 300, drops: [{ minutes: 250 }] }, dear: { from: 200, to: 300, drops: hour } };
    assert.deepEqual(stretchesOf(watch(world)), ['cheap 0-200', 'dear 200-260']);
  });

  describe('in its order', () => {
    it('has what is open and worth a minute, best first', () => {
      const world = {
        a: { to: 900, drops: hour },
        later: { from: 60, to: 900, drops: hour },
        late: { to: 59, drops: hour },
        short: { to: 300, drops: hour },
      };
      assert.deepEqual(orderOf(watch(world)), ['short', 'a']);
    });
    it('has what nobody streams now too', () => {
      const world = { a: { to: 900, drops: hour }, b: { to: 90, supply: chance(false, 1), drops: hour } };
      assert.deepEqual(orderOf(watch(world)), ['b', 'a']);
    });
    it('has last what would take time from what was promised', () => {
      const world = {
        urgent: { to: 60, drops: hour },
        must: { to: 60, drops: [{ minutes: 60, wish: 'must' as const }] },
        other: { to: 900, drops: hour },
      };
      assert.deepEqual(orderOf(watch(world)), ['must', 'urgent', 'other']);
    });
  });

  it('ends, and watches nothing twice, whatever the windows', () => {
    fc.assert(
      fc.property(campaignSketches(7, 6, true), fc.integer({ min: 1, max: 500 }), (sketches, horizon) => {
        const { simulation, jobs } = watch(named(sketches), { horizon });
        const watched = new Map<Job, number>();
        let end = 0;
        for (const { job, from, to } of simulation.stretches) {
          assert.ok(from >= end && to > from && to <= horizon + 1e-6);
          end = to;
          watched.set(job, (watched.get(job) ?? 0) + to - from);
        }
        for (const job of jobs) {
          const asked = job.drops.reduce((sum, drop) => sum + drop.neededMinutes, 0);
          assert.ok((watched.get(job) ?? 0) <= asked + 1e-6);
        }
      }),
    );
  });
});

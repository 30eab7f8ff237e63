import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Guard } from './guard.ts';
import type { Job } from './job.ts';
import { type Moment, pick, rank } from './pick.ts';
import { startRun } from './run.ts';
import { jobsIn } from './testing/jobs.ts';
import { type CampaignSketch, campaignSketches, chance, idOf, named } from './testing/worlds.ts';

interface World {
  readonly campaigns: Readonly<Record<string, CampaignSketch>>;
  /** [campaign, minutes, deadline, margin]. */
  readonly promised?: readonly (readonly [string, number, number, number])[];
  readonly watching?: string;
  readonly price?: number;
  readonly at?: number;
}

function momentIn({ campaigns, promised = [], watching, price = 0, at = 0 }: World): Moment {
  const jobs = jobsIn(campaigns, watching === undefined ? {} : { watchingId: idOf(watching) });
  const terms = { goal: 'drops' as const, price: { must: price, want: price, fill: price } };
  const find = (name: string): Job => {
    const job = jobs.find(({ campaignIds }) => campaignIds.includes(idOf(name)));
    assert.ok(job !== undefined, `${name} is no job`);
    return job;
  };
  const guard = new Guard(
    promised.map(([name, needMinutes, deadline, marginMinutes]) => ({
      job: find(name),
      option: { needMinutes, deadline, before: [], net: 1, marginMinutes },
      releaseAt: 0,
    })),
  );
  const runs = jobs.map((job) => startRun(job, terms));
  return { ...terms, runs, guard, at, current: watching === undefined ? null : find(watching) };
}

function standingsOf(world: World): readonly string[] {
  return rank(momentIn(world)).map(({ run, standing }) => `${run.job.campaignIds[0]} ${standing}`);
}

describe('the ranking', () => {
  const hour = [{ minutes: 60 }];
  const table: readonly (readonly [string, World, readonly string[]])[] = [
    ['is empty where nothing is open', { campaigns: { a: { from: 60, to: 600, drops: hour } } }, []],
    [
      'has the most urgent first',
      { campaigns: { a: { to: 600, drops: hour }, b: { to: 90, drops: hour } } },
      ['b pays', 'a pays'],
    ],
    [
      'has what would have to be left for something promised after what can be finished',
      {
        campaigns: { a: { to: 60, drops: hour }, b: { to: 600, drops: hour }, due: { to: 100, drops: hour } },
        promised: [['due', 60, 100, 0]],
      },
      ['due pays', 'a cut-short', 'b cut-short'],
    ],
    [
      'has what does not pay behind what pays, however urgent',
      { campaigns: { a: { to: 90, drops: [{ minutes: 90 }] }, b: { to: 600, drops: hour } }, price: 0.012 },
      ['b pays', 'a fills'],
    ],
    [
      'has last what takes time from something promised',
      {
        campaigns: { a: { to: 60, drops: [{ minutes: 10 }] }, due: { to: 60, drops: hour } },
        promised: [['due', 60, 60, 0]],
      },
      ['due pays', 'a harms'],
    ],
    [
      'keeps the time to spare of something promised free',
      { campaigns: { a: { to: 70, drops: hour }, due: { to: 130, drops: hour } }, promised: [['due', 60, 130, 30]] },
      ['due pays', 'a cut-short'],
    ],
    [
      'lets what is being watched use up the time to spare of something promised, to finish what it has begun',
      {
        campaigns: { a: { to: 70, drops: hour }, due: { to: 130, drops: hour } },
        promised: [['due', 60, 130, 30]],
        watching: 'a',
      },
      ['a pays', 'due pays'],
    ],
    [
      'has what nobody streams now where it would stand',
      { campaigns: { a: { to: 90, supply: chance(false, 1), drops: hour }, b: { to: 600, drops: hour } } },
      ['a pays', 'b pays'],
    ],
    [
      'gives time to spare away where there is nothing else to watch',
      {
        campaigns: { a: { to: 600, drops: hour }, due: { to: 130, supply: chance(false, 1), drops: hour } },
        promised: [['due', 60, 130, 80]],
      },
      ['due pays', 'a pays'],
    ],
  ];
  for (const [name, world, expected] of table) {
    it(name, () => {
      assert.deepEqual(standingsOf(world), expected);
    });
  }
});

describe('the pick', () => {
  it('is nothing where nothing is open, or nobody streams', () => {
    assert.equal(pick(momentIn({ campaigns: {} })), null);
    const listed = { to: 600, supply: chance(false, 1), drops: [{ minutes: 60 }] };
    assert.equal(pick(momentIn({ campaigns: { listed } })), null);
  });
  it('is watched for as long as nothing promised is harmed', () => {
    const campaigns = {
      a: { to: 600, drops: [{ minutes: 60 }] },
      due: { to: 130, supply: chance(false, 1), drops: [{ minutes: 60 }] },
    };
    assert.equal(pick(momentIn({ campaigns, promised: [['due', 60, 130, 0]] }))?.minutes, 70);
    assert.equal(pick(momentIn({ campaigns, promised: [['due', 60, 130, 30]] }))?.minutes, 40);
  });
  it('is watched without an end where it harms in any case, and there is nothing else', () => {
    const campaigns = {
      a: { to: 600, drops: [{ minutes: 60 }] },
      due: { to: 60, supply: chance(false, 1), drops: [{ minutes: 60 }] },
    };
    assert.equal(pick(momentIn({ campaigns, promised: [['due', 60, 60, 0]] }))?.minutes, Infinity);
  });

  it('is the first of the ranking that somebody likely streams', () => {
    const worlds = fc
      .record({
        sketches: campaignSketches(10, 6, true),
        live: fc.array(fc.option(fc.boolean(), { nil: null }), { minLength: 6, maxLength: 6 }),
        promised: fc.array(
          fc.record({ who: fc.nat(5), need: fc.integer({ min: 1, max: 60 }), slack: fc.nat(60), margin: fc.nat(40) }),
          {
            maxLength: 3,
          },
        ),
        watching: fc.option(fc.nat(5), { nil: null }),
        price: fc.constantFrom(0, 0.02, 0.05),
        at: fc.nat(80),
      })
      .map(({ sketches, live, promised, watching, ...rest }): World => {
        const campaigns = named(
          sketches.map((sketch, index) => {
            const liveNow = live[index] ?? null;
            return liveNow === null ? sketch : { ...sketch, supply: chance(liveNow, liveNow ? 1 : 0) };
          }),
        );
        const names = Object.keys(campaigns);
        const due = promised.flatMap(({ who, need, slack, margin }) => {
          const name = names[who];
          return name === undefined ? [] : [[name, need, need + slack, margin] as const];
        });
        const watched = names[watching ?? -1];
        return { campaigns, promised: due, ...(watched === undefined ? {} : { watching: watched }), ...rest };
      });
    fc.assert(
      fc.property(worlds, (world) => {
        const moment = momentIn(world);
        const first = rank(momentIn(world)).find(({ run }) => run.job.supply.isLikely(moment.at));
        assert.deepEqual(pick(moment)?.run.job.campaignIds, first?.run.job.campaignIds);
      }),
      { numRuns: 300 },
    );
  });
});

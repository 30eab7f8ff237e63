import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Drop } from '../drops/campaign.ts';
import { buildDrop, byHand, claimed, ready } from '../drops/testing/build.ts';
import { isToWatch, type Job, type JobDrop, jobsOf } from './job.ts';
import { createMiningTime } from './mining-time.ts';
import { jobIn, jobsIn, only } from './testing/jobs.ts';
import { type CampaignSketch, type DropSketch, idOf, pause, request } from './testing/worlds.ts';

function dropsOf(job: Job): readonly Partial<JobDrop>[] {
  return job.drops.map(({ id, neededMinutes, after }) => ({ id, neededMinutes, after }));
}

function dropIn(sketch: DropSketch, campaign: Partial<CampaignSketch> = {}): JobDrop {
  return only(jobIn({ to: 600, ...campaign, drops: [sketch] }).drops);
}

describe('a drop that lacks minutes', () => {
  const table: readonly (readonly [string, Drop, boolean])[] = [
    ['is one that has not been watched in full', buildDrop('a', { minutes: 59 }), true],
    ['is not one that has its minutes and waits for its claim', buildDrop('a', { minutes: 60 }), false],
    ['is one of which only an estimate is full', buildDrop('a', { estimated: 60 }), true],
    ['is not one that is claimed', buildDrop('a', { claim: claimed }), false],
    ['is not one that is about to be claimed', buildDrop('a', { claim: ready }), false],
    ['is not one that the owner has to claim', buildDrop('a', { claim: byHand }), false],
    ['is not one that is given for subscriptions', buildDrop('a', { requiredMinutes: 0 }), false],
  ];
  for (const [name, drop, is] of table) {
    it(name, () => {
      assert.equal(isToWatch(drop), is);
    });
  }
});

describe('a job', () => {
  it('has the drops that can be watched for, each with what it still needs', () => {
    const job = jobIn({
      to: 600,
      drops: [
        { minutes: 60, watched: 60 },
        { minutes: 60, watched: 20 },
        { minutes: 60, block: 'not-linked' },
        { minutes: 0, block: 'subscription-only' },
        { minutes: 90 },
      ],
    });
    assert.deepEqual(dropsOf(job), [
      { id: 'a-1', neededMinutes: 40, after: [] },
      { id: 'a-4', neededMinutes: 90, after: [] },
    ]);
  });

  it('counts what is believed as watched, but leaves a minute for Twitch to confirm', () => {
    const believed = (estimatedMinutes: number): number | undefined => {
      const asked = request({ a: { to: 600, drops: [{ minutes: 60, watched: 20 }] } });
      const campaigns = asked.campaigns.map((planned) => {
        const drops = planned.campaign.drops.map((drop) => ({
          ...drop,
          progress: { ...drop.progress, estimatedMinutes },
        }));
        return { ...planned, campaign: { ...planned.campaign, drops } };
      });
      return only(only(jobsOf({ ...asked, campaigns }, createMiningTime(asked.now, []))).drops).neededMinutes;
    };
    assert.deepEqual([0, 15, 39, 40, 99].map(believed), [40, 25, 1, 1, 1]);
  });
  it('opens a drop when both its campaign and itself are open', () => {
    const cases: readonly (readonly [DropSketch, Partial<CampaignSketch>, number, number])[] = [
      [{ minutes: 60 }, { from: 30, to: 300 }, 30, 300],
      [{ minutes: 60 }, { from: -30, to: 300 }, -30, 300],
      [{ minutes: 60, opens: 100, closes: 200 }, { from: 30, to: 300 }, 100, 200],
      [{ minutes: 60, opens: 0, closes: 900 }, { from: 30, to: 300 }, 30, 300],
    ];
    for (const [drop, campaign, opensAt, closesAt] of cases) {
      const found = dropIn(drop, campaign);
      assert.deepEqual([found.opensAt, found.closesAt], [opensAt, closesAt]);
    }
  });
  it('counts its windows in minutes that are mined', () => {
    const found = only(jobIn({ from: 90, to: 300, drops: [{ minutes: 60 }] }, { pauses: [pause(30, 60)] }).drops);
    assert.deepEqual([found.opensAt, found.closesAt], [60, 270]);
  });
  it('has a drop without a tier when it is never wished for', () => {
    assert.deepEqual(
      jobIn({
        to: 600,
        drops: [
          { minutes: 60, wish: 'never' },
          { minutes: 60, wish: 'must' },
        ],
      }).drops.map((drop) => drop.tier),
      [null, 'must'],
    );
  });

  const after: readonly (readonly [string, readonly DropSketch[], readonly (readonly number[])[]])[] = [
    ['waits for the drop that must be earned first', [{ minutes: 60 }, { minutes: 60, after: 0 }], [[], [0]]],
    [
      'waits for nothing that is claimed',
      [
        { minutes: 60, watched: 60 },
        { minutes: 60, after: 0 },
      ],
      [[]],
    ],
    [
      'waits for nothing that is about to be claimed',
      [
        { minutes: 60, claim: ready },
        { minutes: 60, after: 0 },
      ],
      [[]],
    ],
    [
      'waits for nothing that has its minutes, since its claim is on its way',
      [
        { minutes: 60, watched: 60, claim: { kind: 'unclaimed' } },
        { minutes: 60, after: 0 },
      ],
      [[]],
    ],
    [
      'waits for ever for one that cannot be earned',
      [
        { minutes: 60, block: 'not-linked' },
        { minutes: 60, after: 0 },
      ],
      [[-1]],
    ],
    [
      'waits for ever for a subscription',
      [
        { minutes: 0, block: 'subscription-only' },
        { minutes: 60, after: 0 },
      ],
      [[-1]],
    ],
    ['waits for ever for one that is not listed', [{ minutes: 60, after: 7 }], [[-1]]],
    [
      'waits for ever for a claim of the owner',
      [
        { minutes: 60, watched: 60, claim: byHand },
        { minutes: 60, after: 0 },
      ],
      [[-1]],
    ],
    [
      'waits for ever for a claim of the owner that came early',
      [
        { minutes: 60, watched: 59, claim: byHand },
        { minutes: 60, after: 0 },
      ],
      [[-1]],
    ],
  ];
  for (const [name, drops, expected] of after) {
    it(`has a drop that ${name}`, () => {
      assert.deepEqual(
        jobIn({ to: 600, drops }).drops.map((drop) => drop.after),
        expected,
      );
    });
  }

  it('knows its drops by their place among all of its line', () => {
    const job = only(
      jobsIn({
        late: { to: 600, line: 'game', drops: [{ minutes: 60 }, { minutes: 60, after: 0 }] },
        soon: { to: 300, line: 'game', drops: [{ minutes: 60 }, { minutes: 60, after: 0 }] },
      }),
    );
    assert.deepEqual(
      job.drops.map(({ id, place, after: before }) => [id, place, before]),
      [
        ['soon-0', 0, []],
        ['soon-1', 0, [0]],
        ['late-0', 1, []],
        ['late-1', 1, [2]],
      ],
    );
  });
});

describe('the jobs of a request', () => {
  const drops = [{ minutes: 60 }];
  const namesOf = (...asked: Parameters<typeof jobsIn>): readonly (readonly string[])[] =>
    jobsIn(...asked).map((job) => job.campaignIds);

  it('are one for each campaign, by name, however the list arrived', () => {
    assert.deepEqual(namesOf({ c: { to: 9, drops }, a: { to: 9, drops }, b: { to: 9, drops } }), [['a'], ['b'], ['c']]);
  });
  it('are one for each line, in which the campaign that ends first goes first', () => {
    const line = 'game';
    const world = { a: { to: 600, line, drops }, b: { to: 300, line, drops }, c: { to: 300, line, drops } };
    assert.deepEqual(namesOf({ ...world, d: { to: 9, line: 'other', drops } }), [['b', 'c', 'a'], ['d']]);
  });
  it('put the campaign that is being credited first in its line', () => {
    const line = 'game';
    const world = { a: { to: 600, line, drops }, b: { to: 300, line, drops } };
    assert.deepEqual(namesOf(world, { watchingId: idOf('a') }), [['a', 'b']]);
    assert.equal(only(jobsIn(world, { watchingId: idOf('a') })).watched, true);
    assert.equal(only(jobsIn(world, { watchingId: idOf('x') })).watched, false);
  });
  const worthless: readonly (readonly [string, CampaignSketch])[] = [
    ['has no drops', { to: 300, drops: [] }],
    ['is earned in full', { to: 300, drops: [{ minutes: 60, watched: 60 }] }],
    ['is never wished for', { to: 300, drops: [{ minutes: 60, wish: 'never' }] }],
    ['was ended by Twitch', { to: 300, expired: true, drops }],
    ['is blocked', { to: 300, drops: [{ minutes: 60, block: 'not-linked' }] }],
  ];
  for (const [name, sketch] of worthless) {
    it(`leave out a campaign that ${name}`, () => {
      assert.deepEqual(namesOf({ a: sketch }), []);
    });
  }
  it('keep a campaign that is never wished for where it is credited before one that is', () => {
    const never = { to: 300, line: 'game', drops: [{ minutes: 60, wish: 'never' as const }] };
    assert.deepEqual(namesOf({ never, wanted: { to: 600, line: 'game', drops } }), [['never', 'wanted']]);
  });
});

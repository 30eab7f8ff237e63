import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { advance, creditedDrops, ladderFrom, nextWindowChange, type Rung, startProgress } from './ladder.ts';
import { jobIn, jobsIn, only } from './testing/jobs.ts';
import type { CampaignSketch, DropSketch } from './testing/worlds.ts';
import type { PlanGoal } from './wish.ts';

/** [minutes, deadline, positions finished]. */
type RungSketch = readonly [number, number, readonly number[]];

function sketchOf({ needMinutes, deadline, finishes }: Rung): RungSketch {
  return [needMinutes, deadline, finishes];
}

function rungsOf(sketch: CampaignSketch, at = 0, goal: PlanGoal = 'drops'): readonly Rung[] {
  const job = jobIn(sketch);
  return ladderFrom(job, startProgress(job), at, goal);
}

describe('a ladder', () => {
  const until600 = (...drops: readonly DropSketch[]): CampaignSketch => ({ to: 600, drops });
  const table: readonly (readonly [string, CampaignSketch, number, readonly RungSketch[]])[] = [
    [
      'has a rung for each drop that all advance together',
      until600({ minutes: 60 }, { minutes: 180 }, { minutes: 90 }),
      0,
      [
        [60, 600, [0]],
        [90, 600, [2]],
        [180, 600, [1]],
      ],
    ],
    [
      'has the sooner deadline of two drops that are finished at once',
      until600({ minutes: 60, closes: 70 }, { minutes: 60 }),
      0,
      [[60, 70, [0, 1]]],
    ],
    [
      'has one rung for drops that are finished at once',
      until600({ minutes: 60 }, { minutes: 60 }),
      0,
      [[60, 600, [0, 1]]],
    ],
    [
      'adds what drops need one after the other',
      until600({ minutes: 60 }, { minutes: 30, after: 0 }),
      0,
      [
        [60, 600, [0]],
        [90, 600, [1]],
      ],
    ],
    ['has less to climb where minutes were watched', until600({ minutes: 60, watched: 20 }), 0, [[40, 600, [0]]]],
    [
      'counts the minutes of what is needed first, but no rung',
      until600({ minutes: 60, wish: 'never' }, { minutes: 30, after: 0 }),
      0,
      [[90, 600, [1]]],
    ],
    ['is as high from a later minute', until600({ minutes: 60 }), 500, [[60, 600, [0]]]],
    ['is empty when nothing can be finished before the end', until600({ minutes: 60 }), 541, []],
    ['is empty after the end', until600({ minutes: 60 }), 600, []],
    ['is empty before the begin', { from: 60, to: 600, drops: [{ minutes: 60 }] }, 59, []],
    [
      'has a rung for a drop that opens while the others are watched',
      until600({ minutes: 120 }, { minutes: 60, opens: 90 }),
      0,
      [
        [120, 600, [0]],
        [150, 600, [1]],
      ],
    ],
    [
      'ends where a drop opens only after a break',
      until600({ minutes: 30 }, { minutes: 60, opens: 90 }),
      0,
      [[30, 600, [0]]],
    ],
    [
      'leaves out a drop that closes before it has its minutes',
      until600({ minutes: 60, closes: 59 }, { minutes: 90 }),
      0,
      [[90, 600, [1]]],
    ],
    [
      'has the deadline of each drop',
      until600({ minutes: 60, closes: 70 }, { minutes: 90 }),
      0,
      [
        [60, 70, [0]],
        [90, 600, [1]],
      ],
    ],
    [
      'leaves out what follows a drop that nobody can earn',
      until600({ minutes: 60 }, { minutes: 60, after: 9 }),
      0,
      [[60, 600, [0]]],
    ],
  ];
  for (const [name, sketch, at, expected] of table) {
    it(name, () => {
      assert.deepEqual(rungsOf(sketch, at).map(sketchOf), expected);
    });
  }

  it('climbs the campaigns of a line one after the other', () => {
    const line = 'game';
    const job = only(
      jobsIn({
        late: { to: 600, line, drops: [{ minutes: 60 }] },
        soon: { to: 300, line, drops: [{ minutes: 60 }, { minutes: 90 }] },
      }),
    );
    assert.deepEqual(ladderFrom(job, startProgress(job), 0, 'drops').map(sketchOf), [
      [60, 300, [0]],
      [90, 300, [1]],
      [150, 600, [2]],
    ]);
  });
  it('goes over to the next campaign of a line when the first one ends', () => {
    const line = 'game';
    const job = only(
      jobsIn({ soon: { to: 50, line, drops: [{ minutes: 60 }] }, late: { to: 600, line, drops: [{ minutes: 60 }] } }),
    );
    assert.deepEqual(ladderFrom(job, startProgress(job), 0, 'drops').map(sketchOf), [[110, 600, [1]]]);
  });
  it('counts what is earned by tier', () => {
    const rungs = rungsOf(
      until600({ minutes: 60, wish: 'must' }, { minutes: 60, wish: 'fill' }, { minutes: 90, wish: 'want' }),
    );
    assert.deepEqual(
      rungs.map(({ worth }) => worth),
      [
        { must: 1, want: 0, fill: 1 },
        { must: 1, want: 1, fill: 1 },
      ],
    );
  });
  it('ends after 24 rungs', () => {
    const drops = Array.from({ length: 40 }, (_, index) => ({ minutes: index + 1 }));
    assert.deepEqual(rungsOf(until600(...drops)).at(-1)?.needMinutes, 24);
  });
  it('leaves the progress that it starts from as it was', () => {
    const job = jobIn(until600({ minutes: 60 }));
    const progress = startProgress(job);
    ladderFrom(job, progress, 0, 'drops');
    assert.deepEqual([...progress.leftMinutes], [60]);
  });

  describe('where whole campaigns count', () => {
    const wants = (sketch: CampaignSketch): readonly number[] =>
      rungsOf(sketch, 0, 'campaigns').map(({ worth }) => Math.round(worth.want * 1e6) / 1e6);
    it('brings one campaign with its last drop, and next to nothing before', () => {
      assert.deepEqual(wants(until600({ minutes: 60 }, { minutes: 90 })), [0.01, 1]);
    });
    it('brings one campaign with the only drop that is left', () => {
      assert.deepEqual(wants(until600({ minutes: 60, watched: 60 }, { minutes: 90 })), [1]);
    });
    it('does not wait for drops that are never wished for', () => {
      assert.deepEqual(wants(until600({ minutes: 60 }, { minutes: 90, wish: 'never' })), [1]);
    });
    it('brings no campaign where the last drop is out of reach', () => {
      assert.deepEqual(wants(until600({ minutes: 60 }, { minutes: 601 })), [0.01]);
    });
    it('brings each campaign of a line on its own', () => {
      const line = 'game';
      const drops = [{ minutes: 60 }, { minutes: 90 }];
      const job = only(jobsIn({ a: { to: 600, line, drops }, b: { to: 600, line, drops } }));
      assert.deepEqual(
        ladderFrom(job, startProgress(job), 0, 'campaigns').map(({ worth }) => Math.round(worth.want * 1e6) / 1e6),
        [0.01, 1, 1.01, 2],
      );
    });
  });
});

describe('a minute', () => {
  const sketch: CampaignSketch = {
    to: 600,
    drops: [{ minutes: 60 }, { minutes: 60, after: 0 }, { minutes: 60, opens: 90 }, { minutes: 60, closes: 30 }],
  };
  const credited: readonly (readonly [string, readonly number[], number, readonly number[]])[] = [
    ['advances all that is open', [60, 60, 60, 60], 0, [0, 3]],
    ['advances nothing that has closed', [60, 60, 60, 60], 30, [0]],
    ['advances what has opened', [60, 60, 60, 60], 90, [0, 2]],
    ['advances what follows something earned', [0, 60, 60, 60], 0, [1, 3]],
    ['advances nothing that has its minutes', [0, 0, 60, 60], 100, [2]],
    ['advances nothing after the end', [60, 60, 60, 60], 600, []],
  ];
  for (const [name, left, at, expected] of credited) {
    it(name, () => {
      assert.deepEqual(creditedDrops(jobIn(sketch), Float64Array.from(left), at), expected);
    });
  }
  it('advances only the first campaign of a line that has something open', () => {
    const line = 'game';
    const job = only(
      jobsIn({
        soon: { to: 300, line, drops: [{ minutes: 60 }] },
        late: { to: 600, line, drops: [{ minutes: 60 }] },
      }),
    );
    assert.deepEqual(creditedDrops(job, Float64Array.of(60, 60), 0), [0]);
    assert.deepEqual(creditedDrops(job, Float64Array.of(0, 60), 0), [1]);
    assert.deepEqual(creditedDrops(job, Float64Array.of(60, 60), 300), [1]);
  });

  const changes: readonly (readonly [number, number])[] = [
    [0, 30],
    [30, 90],
    [90, 600],
    [600, Infinity],
  ];
  for (const [at, next] of changes) {
    it(`after ${at} a window next changes at ${next}`, () => {
      assert.equal(nextWindowChange(jobIn(sketch), startProgress(jobIn(sketch)).leftMinutes, at), next);
    });
  }
  it('is not told of windows of what is earned', () => {
    assert.equal(nextWindowChange(jobIn(sketch), Float64Array.of(60, 60, 0, 0), 0), 600);
  });

  it('is taken from what is left, and tells what it finished', () => {
    const job = jobIn(sketch);
    const progress = startProgress(job);
    assert.deepEqual(advance(job, progress, 0, 20), []);
    assert.deepEqual([...progress.leftMinutes], [40, 60, 60, 40]);
    assert.deepEqual(advance(job, progress, 30, 40), [0]);
    assert.deepEqual([...progress.leftMinutes], [0, 60, 60, 40]);
  });
  it('finishes a drop of which only a rounding error is left', () => {
    const job = jobIn(sketch);
    const progress = startProgress(job);
    advance(job, progress, 0, 60 - 1e-7);
    assert.equal(progress.leftMinutes[0], 0);
  });
});

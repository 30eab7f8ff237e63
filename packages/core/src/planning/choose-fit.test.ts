import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { chooseFit, type FitCandidate, type FitChoice, fitOptions, fits } from './choose-fit.ts';
import type { Price } from './plan-request.ts';
import { bareJob, candidate, jobIn, type OptionSketch, optionOf, rung } from './testing/jobs.ts';
import { chance, noPrice } from './testing/worlds.ts';

/** [minutes needed, deadline, release]. */
type ChoiceSketch = readonly [number, number, number];

function choices(...sketches: readonly ChoiceSketch[]): readonly FitChoice[] {
  return sketches.map(([need, deadline, releaseAt]) => ({
    job: bareJob('any'),
    option: optionOf([need, deadline, 1]),
    releaseAt,
  }));
}

/** `name minutes` of everything that is chosen, by name. */
function chosen(candidates: readonly FitCandidate[]): readonly string[] {
  return chooseFit(candidates)
    .map(({ job, option }) => `${job.campaignIds[0]} ${option.needMinutes}`)
    .sort();
}

function netOf(choice: readonly FitChoice[]): number {
  return choice.reduce((sum, { option }) => sum + option.net, 0);
}

describe('jobs fit', () => {
  const table: readonly (readonly [string, readonly ChoiceSketch[], boolean])[] = [
    ['when there are none', [], true],
    ['when one has just its minutes', [[60, 60, 0]], true],
    ['unless one lacks a minute', [[60, 59, 0]], false],
    [
      'when each is done by its deadline, first due first done',
      [
        [60, 120, 0],
        [60, 60, 0],
      ],
      true,
    ],
    [
      'unless all together lack a minute',
      [
        [60, 119, 0],
        [60, 119, 0],
      ],
      false,
    ],
    [
      'when one is interrupted for another that opens later',
      [
        [90, 120, 0],
        [30, 60, 30],
      ],
      true,
    ],
    ['unless what opens later lacks a minute', [[30, 60, 31]], false],
    [
      'unless what opens later leaves too little before and after it',
      [
        [90, 119, 0],
        [30, 60, 30],
      ],
      false,
    ],
    [
      'when what opens late needs nothing of the early hours',
      [
        [60, 60, 0],
        [60, 300, 240],
      ],
      true,
    ],
    [
      'unless two that open late come at the same time',
      [
        [60, 300, 200],
        [60, 300, 200],
      ],
      false,
    ],
  ];
  for (const [name, sketches, are] of table) {
    it(name, () => {
      assert.equal(fits(choices(...sketches)), are);
      assert.equal(fits(choices(...[...sketches].reverse())), are);
    });
  }
});

describe('jobs of which a part is due sooner fit', () => {
  /** 30 minutes by 50 and 90 by 200. */
  const mixed: FitChoice = {
    job: bareJob('mixed'),
    option: { ...optionOf([90, 200, 1]), before: [{ needMinutes: 30, deadline: 50 }] },
    releaseAt: 0,
  };
  const table: readonly (readonly [string, ChoiceSketch, boolean])[] = [
    ['when there is time for the rest after another', [60, 90, 0], true],
    ['unless there is no time for the part before another', [60, 80, 0], false],
    ['unless there is no time for the rest', [111, 200, 0], false],
    ['when just enough is left for the rest', [110, 200, 0], true],
  ];
  for (const [name, sketch, are] of table) {
    it(name, () => {
      assert.equal(fits([mixed, ...choices(sketch)]), are);
    });
  }
});

describe('what is chosen', () => {
  const table: readonly (readonly [string, readonly FitCandidate[], readonly string[]])[] = [
    ['is nothing where there is nothing to choose from', [], []],
    [
      'is all that fits, each as far up as it brings most',
      [
        candidate('a', [
          [60, 300, 1],
          [120, 300, 2],
        ]),
        candidate('b', [[60, 300, 1]]),
      ],
      ['a 120', 'b 60'],
    ],
    ['is the dearer of two', [candidate('a', [[60, 60, 1]]), candidate('b', [[60, 60, 2]])], ['b 60']],
    [
      'is two that are cheap before one that is dear but long',
      [candidate('long', [[120, 120, 3]]), candidate('a', [[60, 120, 2]]), candidate('b', [[60, 120, 2]])],
      ['a 60', 'b 60'],
    ],
    [
      'is one that is dear before two that are cheap',
      [candidate('long', [[120, 120, 5]]), candidate('a', [[60, 120, 2]]), candidate('b', [[60, 120, 2]])],
      ['long 120'],
    ],
    [
      'goes up a ladder only as far as leaves room for others',
      [
        candidate('a', [
          [60, 120, 2],
          [120, 120, 3],
        ]),
        candidate('b', [[60, 120, 2]]),
      ],
      ['a 60', 'b 60'],
    ],
    [
      'has room before what opens later',
      [candidate('late', [[60, 120, 2]], 60), candidate('now', [[60, 120, 1]])],
      ['late 60', 'now 60'],
    ],
    [
      'is the dearer one where what opens later comes too late for both',
      [candidate('late', [[60, 120, 2]], 60), candidate('now', [[61, 120, 1]])],
      ['late 60'],
    ],
    [
      'is looked for among all that open later',
      [
        candidate('dense', [[30, 130, 2]], 100),
        candidate('a', [[20, 120, 1.9]], 100),
        candidate('b', [[10, 130, 1]], 100),
      ],
      ['a 20', 'b 10'],
    ],
  ];
  for (const [name, candidates, expected] of table) {
    it(name, () => {
      assert.deepEqual(chosen(candidates), expected);
      assert.deepEqual(chosen([...candidates].reverse()), expected);
    });
  }

  it('is a rung that is due sooner where the rest, which is due later, does not fit', () => {
    assert.deepEqual(
      chosen([
        candidate('mixed', [
          [30, 50, 2],
          [150, 200, 3],
        ]),
        candidate('other', [[60, 100, 2]]),
      ]),
      ['mixed 30', 'other 60'],
    );
  });
  it('is a rung that is due later where only another has to go first', () => {
    const mixed = candidate('mixed', [
      [10, 20, 1],
      [60, 200, 3],
    ]);
    const others = [candidate('other', [[90, 100, 2]]), candidate('long', [[150, 200, 1]])];
    assert.deepEqual(chosen([mixed, ...others]), ['mixed 60', 'other 90']);
  });
  it('is a rung that is due later where one with more minutes is due sooner', () => {
    assert.deepEqual(
      chosen([
        candidate('mixed', [
          [60, 200, 2],
          [90, 95, 3],
        ]),
        candidate('other', [[90, 100, 2]]),
      ]),
      ['mixed 60', 'other 90'],
    );
  });

  describe('where there is too much for a row a minute', () => {
    // 40 weeks of demand, of which a tenth fits.
    const days = (count: number, minutes: number): readonly FitCandidate[] =>
      Array.from({ length: count }, (_, index) => candidate(`c${index}`, [[minutes, 20_160, 1 + index / 1000]]));
    it('loses no minute of what asks for multiples of ten', () => {
      assert.equal(chooseFit(days(300, 600)).length, Math.floor(20_160 / 600));
      assert.equal(chooseFit(days(300, 240)).length, 20_160 / 240);
    });
    it('fits all the same what asks for odd minutes', () => {
      const choice = chooseFit(days(300, 601));
      assert.ok(fits(choice));
      assert.ok(choice.length >= 20_160 / 601 - 2);
    });
    it('takes the dearest of them', () => {
      const least = Math.min(...chooseFit(days(300, 600)).map(({ option }) => option.net));
      assert.equal(least, 1 + (300 - 33) / 1000);
    });
  });

  /** Every choice there is. */
  function mostNet(candidates: readonly FitCandidate[]): number {
    const visit = (index: number, taken: readonly FitChoice[], net: number): number => {
      const next = candidates[index];
      if (next === undefined) return net;
      let most = visit(index + 1, taken, net);
      for (const option of next.options) {
        const more = [...taken, { job: next.job, option, releaseAt: next.releaseAt }];
        if (fits(more)) most = Math.max(most, visit(index + 1, more, net + option.net));
      }
      return most;
    };
    return visit(0, [], 0);
  }

  const ladders = fc
    .array(fc.record({ minutes: fc.integer({ min: 1, max: 60 }), net: fc.integer({ min: 1, max: 9 }) }), {
      minLength: 1,
      maxLength: 3,
    })
    .map((steps) => {
      let [need, worth] = [0, 0];
      return steps.map(({ minutes, net }): readonly [number, number] => {
        need += minutes;
        worth += net;
        return [need, worth];
      });
    });
  const candidatesOf = (releases: fc.Arbitrary<number>): fc.Arbitrary<readonly FitCandidate[]> =>
    fc
      .array(fc.record({ ladder: ladders, deadline: fc.integer({ min: 1, max: 200 }), releaseAt: releases }), {
        minLength: 1,
        maxLength: 6,
      })
      .map((drawn) =>
        drawn.flatMap(({ ladder, deadline, releaseAt }, index) => {
          const options = ladder
            .filter(([need]) => need <= deadline)
            .map(([need, net]): OptionSketch => [need, releaseAt + deadline, net]);
          return options.length === 0 ? [] : [candidate(`c${index}`, options, releaseAt)];
        }),
      );
  const assertBest = (candidates: readonly FitCandidate[]): void => {
    const choice = chooseFit(candidates);
    assert.ok(fits(choice));
    assert.equal(new Set(choice.map(({ job }) => job)).size, choice.length);
    assert.equal(netOf(choice), mostNet(candidates));
  };
  it('is the best of all choices where everything can be watched at once', () => {
    fc.assert(fc.property(candidatesOf(fc.constant(0)), assertBest), { numRuns: 300 });
  });
  it('is the best of all choices where some of it opens later', () => {
    fc.assert(fc.property(candidatesOf(fc.constantFrom(0, 0, 20, 50, 51)), assertBest), { numRuns: 300 });
  });
});

describe('what may be chosen of a ladder', () => {
  const open = bareJob('open');
  const free = (each: ReturnType<typeof fitOptions>): readonly (readonly [number, number])[] =>
    each.map(({ needMinutes, deadline }) => [needMinutes, deadline]);

  it('is every rung in reach', () => {
    const rungs = [rung(60, 100), rung(90, 100, { want: 2 }), rung(120, 100, { want: 3 })];
    assert.deepEqual(free(fitOptions(open, rungs, 0, noPrice)), [
      [60, 100],
      [90, 100],
    ]);
    assert.deepEqual(free(fitOptions(open, rungs, 40, noPrice)), [[60, 100]]);
  });
  it('is only what brings clearly more than its minutes cost', () => {
    const priced = (want: number): Price => ({ ...noPrice, want });
    const rungs = [rung(100, 600)];
    assert.equal(fitOptions(open, rungs, 0, priced(0.005)).length, 1);
    assert.equal(fitOptions(open, rungs, 0, priced(0.009)).length, 0);
  });
  it('brings a little more where it is being watched, so that equals do not take turns', () => {
    const watched = { ...open, watched: true };
    const [here, there] = [open, watched].map((job) => fitOptions(job, [rung(60, 600)], 0, noPrice)[0]?.net ?? 0);
    assert.ok(here !== undefined && there !== undefined);
    assert.ok(there > here && there < here * 1.2);
  });
  it('knows what of it is due sooner', () => {
    const rungs = [rung(30, 90), rung(60, 300, { want: 2 }), rung(90, 200, { want: 3 }), rung(120, 600, { want: 4 })];
    assert.deepEqual(
      fitOptions(open, rungs, 0, noPrice).map(({ before }) => before),
      [
        [],
        [{ needMinutes: 30, deadline: 90 }],
        [{ needMinutes: 30, deadline: 90 }],
        [
          { needMinutes: 30, deadline: 90 },
          { needMinutes: 90, deadline: 200 },
        ],
      ],
    );
  });
  it('keeps more time to spare for a must', () => {
    const marginOf = (tier: 'must' | 'want'): number =>
      fitOptions(open, [rung(60, 600, { [tier]: 1 })], 0, noPrice)[0]?.marginMinutes ?? 0;
    assert.ok(marginOf('must') > marginOf('want'));
    assert.ok(marginOf('want') > 0);
  });
  it('has to be done while somebody can be expected to stream it', () => {
    const streamed = jobIn({ to: 600, drops: [{ minutes: 60 }], supply: chance(true, 1, 1, 0) });
    assert.deepEqual(free(fitOptions(streamed, [rung(60, 600)], 0, noPrice)), [[60, 120]]);
    assert.deepEqual(free(fitOptions(streamed, [rung(180, 600)], 0, noPrice)), [[180, 180]]);
  });
});

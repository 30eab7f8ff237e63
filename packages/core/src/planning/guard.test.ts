import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type FitChoice, fits } from './choose-fit.ts';
import { Guard } from './guard.ts';
import type { Job } from './job.ts';
import { bareJob } from './testing/jobs.ts';

const other = bareJob('other');

function promise(job: Job, needMinutes: number, deadline: number, marginMinutes = 0): FitChoice {
  return { job, option: { needMinutes, deadline, before: [], net: 1, marginMinutes }, releaseAt: 0 };
}

/** Minutes that each job has, by its name; `other` is one that is not promised. */
function allowancesOf(guard: Guard, jobs: readonly Job[], at = 0, margins = false): Readonly<Record<string, number>> {
  const allowance = guard.allowances(at, margins);
  return Object.fromEntries([...jobs, other].map((job) => [job.campaignIds[0], allowance(job)]));
}

describe('a guard', () => {
  const [a, b, c] = [bareJob('a'), bareJob('b'), bareJob('c')];
  const table: readonly (readonly [string, readonly FitChoice[], Readonly<Record<string, number>>])[] = [
    ['lets everything be watched where nothing is promised', [], { other: Infinity }],
    ['lets others have what one promised job can spare', [promise(a, 60, 200)], { a: Infinity, other: 140 }],
    ['lets others have nothing where there is nothing to spare', [promise(a, 60, 60)], { a: Infinity, other: 0 }],
    [
      'lets what is due later have what all that is due before it can spare',
      [promise(a, 60, 100), promise(b, 60, 200)],
      { a: Infinity, b: 40, other: 40 },
    ],
    [
      'takes the least that any of them can spare',
      [promise(a, 60, 200), promise(b, 60, 130)],
      { a: 70, b: Infinity, other: 70 },
    ],
    [
      'lets what is due first be watched however little the later ones can spare: they need their time after it',
      [promise(a, 60, 100), promise(b, 60, 120)],
      { a: Infinity, b: 40, other: 0 },
    ],
    [
      'lets any of those that are due at the same time go first',
      [promise(a, 60, 180), promise(b, 60, 180), promise(c, 60, 180)],
      { a: Infinity, b: Infinity, c: Infinity, other: 0 },
    ],
  ];
  for (const [name, promises, expected] of table) {
    it(name, () => {
      const jobs = promises.map((each) => each.job);
      assert.deepEqual(allowancesOf(new Guard(promises), jobs), expected);
    });
  }

  it('gives away margins only when asked to', () => {
    const guard = new Guard([promise(a, 60, 100, 30)]);
    assert.equal(allowancesOf(guard, [a], 0, true).other, 10);
    assert.equal(allowancesOf(guard, [a], 0, false).other, 40);
  });
  it('has less to give as time goes by', () => {
    assert.equal(allowancesOf(new Guard([promise(a, 60, 100)]), [a], 30).other, 10);
  });
  it('has as much to give after a promised job was watched as before', () => {
    const guard = new Guard([promise(a, 60, 100)]);
    guard.watched(a, 30);
    assert.equal(allowancesOf(guard, [a], 30).other, 40);
  });
  it('lets the part that is due sooner go first, and the rest wait', () => {
    const mixed = {
      ...promise(a, 90, 300),
      option: { ...promise(a, 90, 300).option, before: [{ needMinutes: 30, deadline: 50 }] },
    };
    const guard = new Guard([mixed, promise(b, 60, 100)]);
    assert.deepEqual(allowancesOf(guard, [a, b]), { a: Infinity, b: 20, other: 10 });
    guard.watched(a, 30);
    guard.settle(30);
    assert.deepEqual(allowancesOf(guard, [a, b], 30), { a: 10, b: Infinity, other: 10 });
    guard.watched(b, 60);
    guard.settle(90);
    assert.deepEqual(allowancesOf(guard, [a], 90), { a: Infinity, other: 150 });
  });
  it('does not count as watched what has not opened', () => {
    const guard = new Guard([{ ...promise(a, 60, 300), releaseAt: 100 }]);
    guard.settle(0);
    guard.watched(a, 60);
    assert.equal(allowancesOf(guard, [a], 60).other, 180);
    assert.equal(allowancesOf(guard, [a], 60).a, 180);
    guard.settle(100);
    guard.watched(a, 60);
    guard.settle(160);
    assert.equal(guard.isPromised(a), false);
  });
  it('takes no notice of watching what was not promised', () => {
    const guard = new Guard([promise(a, 60, 100)]);
    guard.watched(other, 30);
    assert.equal(allowancesOf(guard, [a], 30).other, 10);
  });
  it('forgets what is finished', () => {
    const guard = new Guard([promise(a, 60, 100)]);
    guard.watched(a, 60);
    guard.settle(60);
    assert.equal(guard.isPromised(a), false);
    assert.deepEqual(allowancesOf(guard, [a], 60), { a: Infinity, other: Infinity });
  });
  it('forgets what can no longer be finished', () => {
    const guard = new Guard([promise(a, 60, 100), promise(b, 60, 300)]);
    guard.settle(41);
    assert.deepEqual([guard.isPromised(a), guard.isPromised(b)], [false, true]);
    assert.equal(allowancesOf(guard, [b], 41).other, 199);
  });
  it('keeps what can be finished to the minute', () => {
    const guard = new Guard([promise(a, 60, 100)]);
    guard.settle(40);
    assert.equal(guard.isPromised(a), true);
  });

  it('keeps every promise, whatever else is watched for as long as it allows', () => {
    const promises = fc
      .array(fc.record({ need: fc.integer({ min: 1, max: 60 }), slack: fc.nat(200) }), { minLength: 1, maxLength: 5 })
      .map((drawn) => drawn.map(({ need, slack }, index) => promise(bareJob(`job ${index}`), need, need + slack)))
      .filter(fits);
    const steps = fc.array(
      fc.record({ who: fc.nat(9), share: fc.integer({ min: 0, max: 8 }).map((eighths) => eighths / 8) }),
      {
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(promises, steps, (promised, drawn) => {
        const guard = new Guard(promised);
        const left = new Map(promised.map(({ job, option }) => [job, option.needMinutes]));
        let at = 0;
        for (const { who, share } of drawn) {
          guard.settle(at);
          const job = promised[who]?.job ?? other;
          const minutes = Math.min(guard.allowances(at, false)(job), left.get(job) ?? 60) * share;
          guard.watched(job, minutes);
          left.set(job, (left.get(job) ?? 0) - minutes);
          at += minutes;
        }
        for (const { job, option } of [...promised].sort((x, y) => x.option.deadline - y.option.deadline)) {
          const rest = left.get(job) ?? 0;
          if (rest <= 1e-6) continue;
          at += rest;
          assert.ok(at <= option.deadline + 1e-3, `done at ${at}, due at ${option.deadline}`);
        }
      }),
    );
  });
});

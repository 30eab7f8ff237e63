import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VirtualClock } from '@dropwise/kit';
import fc from 'fast-check';
import { Brake } from './brake.ts';

const policy = { freeCount: 3, firstMs: 1_000, capMs: 10_000, forgetMs: 60_000 };
const open = () => {
  const clock = new VirtualClock(0, async () => {});
  return { clock, brake: new Brake(policy, clock) };
};

test('waits double from the first failure that is not free, up to the cap, and end with success or time', async () => {
  const { brake, clock } = open();
  const waits: number[] = [];
  for (let count = 0; count < 8; count++) {
    const waitMs = brake.waitMs('a');
    waits.push(waitMs);
    await clock.advanceTo(clock.now() + waitMs);
    brake.count('a');
  }
  assert.deepEqual(waits, [0, 0, 0, 1_000, 2_000, 4_000, 8_000, 10_000]);
  assert.equal(brake.waitMs('b'), 0);
  brake.forgive('a');
  assert.equal(brake.waitMs('a'), 0);
  for (let count = 0; count < 4; count++) brake.count('c');
  await clock.advanceTo(clock.now() + 60_000);
  assert.equal(brake.waitMs('c'), 0);
});

test('a try that was not looked at is none', () => {
  const { brake } = open();
  for (let count = 0; count < 3; count++) brake.count('a');
  assert.equal(brake.waitMs('a'), 1_000);
  brake.takeBack('a');
  assert.equal(brake.waitMs('a'), 0);
});

test('ten thousand others make the oldest begin anew, and no more are kept', () => {
  const { brake } = open();
  for (let count = 0; count < 3; count++) brake.count('first');
  for (let count = 0; count < 9_999; count++) brake.count(`other ${count}`);
  assert.equal(brake.waitMs('first'), 1_000);
  brake.count('one more');
  assert.equal(brake.waitMs('first'), 0);
});

test('no wait is ever longer than the cap, or shorter than none', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('count', 'forgive', 'takeBack'), { maxLength: 60 }), (acts) => {
      const { brake } = open();
      for (const act of acts) {
        brake[act as 'count']('a');
        const waitMs = brake.waitMs('a');
        assert.ok(waitMs >= 0 && waitMs <= policy.capMs);
      }
    }),
  );
});

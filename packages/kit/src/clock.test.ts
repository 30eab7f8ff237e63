import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { VirtualClock } from './clock.ts';

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 3; turn++) await Promise.resolve();
};

test('timers fire in the order of their time, and in the order they were set when it is the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: -5, max: 50 }), { maxLength: 80 }), async (delaysMs) => {
      const clock = new VirtualClock(1_000, settle);
      const fired: { readonly index: number; readonly at: number }[] = [];
      delaysMs.forEach((delayMs, index) => {
        clock.after(delayMs, () => fired.push({ index, at: clock.now() }));
      });
      await clock.advance(60);
      const expected = delaysMs
        .map((delayMs, index) => ({ index, at: 1_000 + Math.max(0, delayMs) }))
        .sort((a, b) => a.at - b.at || a.index - b.index);
      assert.deepEqual(fired, expected);
      assert.equal(clock.now(), 1_060);
      assert.equal(clock.pendingCount, 0);
    }),
  );
});

test('any mixture of setting and cancelling leaves exactly the timers that were not cancelled', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ delayMs: fc.nat(1_000), cancel: fc.boolean() }), { maxLength: 400 }),
      async (plan) => {
        const clock = new VirtualClock(0, settle);
        const fired = new Set<number>();
        const timers = plan.map(({ delayMs }, index) => clock.after(delayMs, () => fired.add(index)));
        plan.forEach(({ cancel }, index) => {
          if (cancel) timers[index]?.cancel();
        });
        const kept = plan.flatMap(({ cancel }, index) => (cancel ? [] : [index]));
        assert.equal(clock.pendingCount, kept.length);
        await clock.advance(1_000);
        assert.deepEqual(
          [...fired].sort((a, b) => a - b),
          kept,
        );
      },
    ),
  );
});

test('a timer set by a timer fires on the way when it falls due before the target', async () => {
  const clock = new VirtualClock(0, settle);
  const firedAt: number[] = [];
  const again = (): void => {
    firedAt.push(clock.now());
    clock.after(10, again);
  };
  clock.after(10, again);
  await clock.advance(35);
  assert.deepEqual(firedAt, [10, 20, 30]);
  assert.equal(clock.pendingCount, 1);
});

test('the work a timer begins is done before the next one fires', async () => {
  const clock = new VirtualClock(0, settle);
  const order: string[] = [];
  clock.after(1, () => {
    void Promise.resolve()
      .then(() => {})
      .then(() => order.push('work of the first'));
  });
  clock.after(1, () => order.push('second'));
  await clock.advance(1);
  assert.deepEqual(order, ['work of the first', 'second']);
});

test('cancelling twice, or after it has fired, changes nothing', async () => {
  const clock = new VirtualClock(0, settle);
  const first = clock.after(1, () => {});
  const second = clock.after(2, () => {});
  await clock.advance(1);
  first.cancel();
  second.cancel();
  second.cancel();
  assert.equal(clock.pendingCount, 0);
});

test('time does not go back: a target in the past only settles', async () => {
  const clock = new VirtualClock(100, settle);
  await clock.advanceTo(50);
  assert.equal(clock.now(), 100);
});

test('advancing until a condition stops at the timer that made it true', async () => {
  const clock = new VirtualClock(0, settle);
  let count = 0;
  const again = (): void => {
    count += 1;
    clock.after(10, again);
  };
  clock.after(10, again);
  assert.equal(await clock.advanceUntil(() => count === 3, 1_000), true);
  assert.equal(clock.now(), 30);
});

test('advancing until a condition that does not come stops at the limit, with and without timers', async () => {
  const idle = new VirtualClock(0, settle);
  assert.equal(await idle.advanceUntil(() => false, 500), false);
  assert.equal(idle.now(), 500);
  const busy = new VirtualClock(0, settle);
  busy.after(10_000, () => {});
  assert.equal(await busy.advanceUntil(() => false, 500), false);
  assert.equal(busy.now(), 500);
  assert.equal(busy.pendingCount, 1);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Clock } from '@dropwise/runtime';
import { createStallWatch } from './stall-watch.ts';

/** A clock whose only deadline the test fires by hand. */
function createHandClock() {
  let pending: { readonly delayMs: number; readonly run: () => void } | null = null;
  const deadline = (delayMs: number, run: () => void) => {
    const mine = { delayMs, run };
    pending = mine;
    return {
      cancel: () => {
        if (pending === mine) pending = null;
      },
    };
  };
  const clock: Clock = { now: () => 0, after: deadline, deadline };
  return { clock, pending: () => pending };
}

test('a pause is as long as half an hour of the demo, and at least two minutes of ours', () => {
  for (const [speed, delayMs] of [
    [1, 1_800_000],
    [10, 180_000],
    [60, 120_000],
  ] as const) {
    const { clock, pending } = createHandClock();
    createStallWatch(clock, speed, () => {});
    assert.equal(pending()?.delayMs, delayMs);
  }
});

test('progress begins the pause anew, other facts do not', () => {
  const { clock, pending } = createHandClock();
  const watch = createStallWatch(clock, 60, () => {});
  const first = pending();
  watch.see({ kind: 'inputRejected' });
  assert.equal(pending(), first);
  watch.see({ kind: 'minuteConfirmed' });
  assert.notEqual(pending(), first);
  assert.notEqual(pending(), null);
});

test('a pause that is too long is told', () => {
  const { clock, pending } = createHandClock();
  const told: string[] = [];
  createStallWatch(clock, 60, (sentence) => told.push(sentence));
  pending()?.run();
  assert.match(told.join(), /^Nothing was earned for 120 s/);
});

test('after the disposal nothing waits', () => {
  const { clock, pending } = createHandClock();
  createStallWatch(clock, 60, () => {})[Symbol.dispose]();
  assert.equal(pending(), null);
});

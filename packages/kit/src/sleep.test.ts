import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VirtualClock } from './clock.ts';
import { sleep } from './sleep.ts';

const settle = async (): Promise<void> => {
  await Promise.resolve();
  await Promise.resolve();
};

test('a sleep ends when its time has passed, and leaves no listener behind', async () => {
  const clock = new VirtualClock(0, settle);
  const controller = new AbortController();
  let done = false;
  const sleeping = sleep(clock, 100, controller.signal).then(() => {
    done = true;
  });
  await clock.advance(99);
  assert.equal(done, false);
  await clock.advance(1);
  assert.equal(done, true);
  await sleeping;
  controller.abort(new Error('too late'));
});

test('a stop ends a sleep with its reason, and takes the timer away', async () => {
  const clock = new VirtualClock(0, settle);
  const controller = new AbortController();
  const sleeping = sleep(clock, 100, controller.signal);
  controller.abort(new Error('stopped'));
  await assert.rejects(sleeping, /stopped/);
  assert.equal(clock.pendingCount, 0);
});

test('a sleep that was stopped before it began never begins', async () => {
  const clock = new VirtualClock(0, settle);
  await assert.rejects(sleep(clock, 100, AbortSignal.abort(new Error('before'))), /before/);
  assert.equal(clock.pendingCount, 0);
});

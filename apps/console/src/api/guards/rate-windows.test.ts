import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VirtualClock } from '@dropwise/kit';
import { createRateWindows } from './rate-windows.ts';

test('counts start anew when their window is over, and when ten thousand other addresses came since', async () => {
  const clock = new VirtualClock(0, async () => {});
  const Windows = createRateWindows(clock);
  const store = new Windows({}).child({ path: '', prefix: '' } as never);
  const count = (key: string): { current: number; ttl: number } | undefined => {
    let outcome: { current: number; ttl: number } | undefined;
    store.incr(
      key,
      (_error, result) => {
        outcome = result;
      },
      60_000,
      10,
    );
    return outcome;
  };
  assert.deepEqual(count('a'), { current: 1, ttl: 60_000 });
  await clock.advanceTo(59_000);
  assert.deepEqual(count('a'), { current: 2, ttl: 1_000 });
  await clock.advanceTo(60_000);
  assert.deepEqual(count('a'), { current: 1, ttl: 60_000 });
  for (let index = 0; index < 9_999; index++) count(`other ${index}`);
  assert.equal(count('a')?.current, 2);
  for (let index = 0; index < 10_000; index++) count(`more ${index}`);
  assert.equal(count('a')?.current, 1);
});

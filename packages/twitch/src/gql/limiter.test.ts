import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTestClock } from '../testing/virtual-time.ts';
import { createLimiter, gqlLimits, type Release } from './limiter.ts';

const settle = () => new Promise((resolve) => setImmediate(resolve));

test('no span of one second sees more than five starts', async () => {
  const clock = createTestClock();
  const limiter = createLimiter(clock, gqlLimits);
  const startedAt = clock.now();
  const starts: number[] = [];
  for (let index = 0; index < 23; index++) {
    void limiter.acquire().then((release) => {
      starts.push(clock.now() - startedAt);
      if (release !== 'full') clock.after(30, release);
    });
  }
  await clock.advance(10_000);
  assert.equal(starts.length, 23);
  for (const at of starts) assert.ok(starts.filter((other) => other >= at && other < at + 1_000).length <= 5);
  assert.ok(Math.max(...starts) <= 4_000, 'and no request waits longer than needed');
});

test('five may be in flight, and the sixth starts when one has ended', async () => {
  const clock = createTestClock();
  const limiter = createLimiter(clock, gqlLimits);
  const releases: Release[] = [];
  for (let index = 0; index < 7; index++) {
    void limiter.acquire().then((release) => release !== 'full' && releases.push(release));
  }
  await clock.advance(5_000);
  assert.equal(releases.length, 5);
  releases[2]?.();
  releases[2]?.();
  await settle();
  assert.equal(releases.length, 6, 'a slot that is given back twice is one slot');
});

test('one request too many is turned away instead of waiting', async () => {
  const limiter = createLimiter(createTestClock(), { ...gqlLimits, inFlight: 1, queue: 2 });
  await limiter.acquire();
  void limiter.acquire();
  void limiter.acquire();
  assert.equal(await limiter.acquire(), 'full');
});

test('a request that is stopped leaves the queue and its turn to the next', async () => {
  const limiter = createLimiter(createTestClock(), { ...gqlLimits, inFlight: 1 });
  const first = await limiter.acquire();
  const stop = new AbortController();
  const stopped = limiter.acquire(stop.signal);
  const next = limiter.acquire();
  stop.abort(new Error('enough'));
  await assert.rejects(stopped, /enough/);
  if (first !== 'full') first();
  assert.notEqual(await next, 'full');
  await assert.rejects(limiter.acquire(stop.signal), /enough/);
});

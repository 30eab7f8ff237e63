import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { OriginClock } from './origin-clock.ts';

test('the true offset lies between the bounds, however the answers fall, and more answers narrow them', () => {
  const answers = fc.array(fc.tuple(fc.integer({ min: 0, max: 1_000_000 }), fc.nat(300), fc.nat(300)), {
    minLength: 1,
    maxLength: 40,
  });
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 100_000 }), answers, (offsetMs, exchanges) => {
      const clock = new OriginClock();
      let widthMs = Infinity;
      for (const [askedMs, thereMs, backMs] of exchanges) {
        const writtenMs = Math.floor((askedMs + thereMs + offsetMs) / 1000) * 1000;
        clock.observe(writtenMs, askedMs, askedMs + thereMs + backMs);
        const { leastMs, mostMs } = clock.offset ?? { leastMs: 1, mostMs: 0 };
        assert.ok(leastMs <= offsetMs && offsetMs <= mostMs, `${leastMs} <= ${offsetMs} <= ${mostMs}`);
        assert.ok(mostMs - leastMs <= widthMs);
        widthMs = mostMs - leastMs;
      }
    }),
  );
});

test('a clock that was set anew is believed, and before any answer nothing is known', () => {
  const clock = new OriginClock();
  assert.equal(clock.offset, null);
  clock.observe(10_000, 10_100, 10_150);
  clock.observe(90_000, 20_100, 20_150);
  assert.deepEqual(clock.offset, { leastMs: 69_850, mostMs: 70_900 });
});

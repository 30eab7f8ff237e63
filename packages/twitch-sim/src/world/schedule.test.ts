import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { scheduleSpanAt } from './schedule.ts';

const start = Date.parse('2026-01-05T00:00:00Z');
const hourMs = 3_600_000;
const daily = { kind: 'dailyBlock', share: 0.7, minHours: 3, maxHours: 7 } as const;

test('a span tells the same whenever inside it is asked', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 60 * 24 * 60 }),
      fc.nat(),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (minute, channel, part) => {
        const at = start + minute * 60_000;
        const span = scheduleSpanAt(daily, 7, String(channel), at);
        assert.ok(span.from <= at && at < span.until);
        const later = scheduleSpanAt(daily, 7, String(channel), Math.floor(at + (span.until - at) * part));
        assert.equal(later.live, span.live);
        if (span.live) assert.deepEqual(later, span);
      },
    ),
  );
});

test('a daily block takes 3 to 7 hours on most days, unless two days meet', () => {
  let liveMs = 0;
  const days = 200;
  for (let at = start; at < start + days * 24 * hourMs; ) {
    const span = scheduleSpanAt(daily, 1, '70001', at);
    if (span.live) {
      const hours = (span.until - span.from) / hourMs;
      assert.ok(hours >= 2.99 && hours <= 14, `a stream of ${hours} hours`);
      liveMs += span.until - at;
    }
    at = span.until;
  }
  const hoursADay = liveMs / hourMs / days;
  assert.ok(hoursADay > 2.5 && hoursADay < 4.5, `${hoursADay} hours a day`);
});

test('windows are half open, and those that touch are one stream', () => {
  const windows = [
    { from: start, to: start + hourMs },
    { from: start + hourMs, to: start + 2 * hourMs },
    { from: start + 5 * hourMs, to: start + 6 * hourMs },
  ];
  const at = (hours: number) => scheduleSpanAt({ kind: 'windows', windows }, 1, '1', start + hours * hourMs);
  assert.deepEqual(at(0.5), { live: true, from: start, until: start + 2 * hourMs });
  assert.deepEqual(at(1.5), at(0.5));
  assert.deepEqual(at(2), { live: false, from: start + 2 * hourMs, until: start + 5 * hourMs });
  assert.equal(at(6).until, Number.POSITIVE_INFINITY);
  assert.equal(at(6).live, false);
});

test('always and never do not change', () => {
  assert.equal(scheduleSpanAt({ kind: 'always' }, 1, '1', start).until, Number.POSITIVE_INFINITY);
  assert.equal(scheduleSpanAt({ kind: 'never' }, 1, '1', start).live, false);
});

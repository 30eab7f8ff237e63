import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ScaledClock } from './scaled-clock.ts';

test('time starts where it is told and never goes back', () => {
  const clock = new ScaledClock({ startAt: 1_000_000, speed: 1_000_000 });
  const first = clock.now();
  assert.ok(first >= 1_000_000);
  let last = first;
  for (let i = 0; i < 1_000; i++) {
    const now = clock.now();
    assert.ok(now >= last && Number.isInteger(now));
    last = now;
  }
});

test('a timer takes its span divided by the speed, a deadline at least two real seconds of it', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const clock = new ScaledClock({ startAt: 0, speed: 60 });
  const fired: string[] = [];
  clock.after(60_000, () => fired.push('after'));
  clock.deadline(60_000, () => fired.push('deadline'));
  clock.deadline(300, () => fired.push('short deadline'));
  clock.after(60_000, () => fired.push('cancelled')).cancel();
  t.mock.timers.tick(300);
  assert.deepEqual(fired, ['short deadline']);
  t.mock.timers.tick(700);
  assert.deepEqual(fired, ['short deadline', 'after']);
  t.mock.timers.tick(999);
  assert.deepEqual(fired, ['short deadline', 'after']);
  t.mock.timers.tick(1);
  assert.deepEqual(fired, ['short deadline', 'after', 'deadline']);
});

test('a span longer than the timers of the machine is waited for in parts', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const clock = new ScaledClock({ startAt: 0, speed: 1 });
  let fired = 0;
  clock.after(2 ** 31 + 999, () => (fired += 1));
  t.mock.timers.tick(2 ** 31 - 1);
  assert.equal(fired, 0);
  t.mock.timers.tick(1_000);
  assert.equal(fired, 1);
});

test('a speed that is no speed is refused', () => {
  for (const speed of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
    assert.throws(() => new ScaledClock({ startAt: 0, speed }), /above 0/);
});

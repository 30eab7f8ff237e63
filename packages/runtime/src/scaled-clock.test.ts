import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { createScaledClock, realDeadlineMs } from './scaled-clock.ts';

test('a deadline never shrinks below what a real network needs', () => {
  const table: readonly (readonly [delayMs: number, speed: number, realMs: number])[] = [
    [10_000, 1, 10_000],
    [10_000, 60, 2_000],
    [600_000, 60, 10_000],
    [500, 60, 500],
    [2_000, 1_000_000, 2_000],
    [10_000, 0.5, 20_000],
    [0, 60, 0],
  ];
  for (const [delayMs, speed, realMs] of table) {
    assert.equal(realDeadlineMs(delayMs, speed), realMs, `${delayMs} ms at speed ${speed}`);
  }
});

test('after is shortened by the speed and deadline is not below its floor', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const fired: string[] = [];
    const clock = createScaledClock({ speed: 60 });
    clock.after(60_000, () => fired.push('after'));
    clock.deadline(60_000, () => fired.push('deadline'));
    mock.timers.tick(999);
    assert.deepEqual(fired, []);
    mock.timers.tick(1);
    assert.deepEqual(fired, ['after']);
    mock.timers.tick(1_000);
    assert.deepEqual(fired, ['after', 'deadline']);
  } finally {
    mock.timers.reset();
  }
});

test('now begins at the given instant and runs at the given speed', () => {
  let realMs = 5_000;
  const performanceNow = mock.method(performance, 'now', () => realMs);
  try {
    const clock = createScaledClock({ speed: 60, startMs: 1_000_000 });
    assert.equal(clock.now(), 1_000_000);
    realMs += 1_000;
    assert.equal(clock.now(), 1_060_000);
  } finally {
    performanceNow.mock.restore();
  }
});

test('two processes that name the same start agree, however late one of them begins', () => {
  const date = mock.method(Date, 'now', () => 1_700_000_005_000);
  const performanceNow = mock.method(performance, 'now', () => 77);
  try {
    const clock = createScaledClock({ speed: 60, startMs: 1_000_000, realStartMs: 1_700_000_000_000 });
    assert.equal(clock.now(), 1_300_000);
  } finally {
    performanceNow.mock.restore();
    date.mock.restore();
  }
});

test('a speed that no clock can have is refused', () => {
  for (const speed of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.throws(() => createScaledClock({ speed }), /speed must be a number above 0, found/);
  }
});

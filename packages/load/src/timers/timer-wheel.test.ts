import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type TimerTarget, TimerWheel } from './timer-wheel.ts';

interface Woken {
  readonly name: number;
  readonly nowMs: number;
  readonly dueMs: number;
}

function noting(name: number, woken: Woken[]): TimerTarget {
  return { wake: (nowMs, dueMs) => woken.push({ name, nowMs, dueMs }) };
}

test('a timer runs at its time, never before it', () => {
  const woken: Woken[] = [];
  const wheel = new TimerWheel(1000.5);
  wheel.at(1010, noting(1, woken));
  assert.equal(wheel.runDue(1009.9), 0);
  assert.equal(wheel.runDue(1010.5), 1);
  assert.deepEqual(woken, [{ name: 1, nowMs: 1010.5, dueMs: 1010 }]);
  assert.equal(wheel.pending, 0);
});

test('a timer whose time is past runs at the next occasion, and its own time is told', () => {
  const woken: Woken[] = [];
  const wheel = new TimerWheel(0);
  wheel.runDue(5000);
  wheel.at(10, noting(1, woken));
  wheel.runDue(wheel.nextDueMs() ?? 0);
  assert.deepEqual(woken, [{ name: 1, nowMs: 5001, dueMs: 10 }]);
});

test('what a woken target sets for now runs in the next millisecond, not in the same', () => {
  const wheel = new TimerWheel(0);
  let wakes = 0;
  const again: TimerTarget = {
    wake: (nowMs) => {
      wakes++;
      wheel.at(nowMs, again);
    },
  };
  wheel.at(255, again);
  wheel.runDue(255);
  assert.equal(wakes, 1);
  wheel.runDue(256);
  assert.equal(wakes, 2);
});

test('a target may cancel one that is due with it', () => {
  const woken: Woken[] = [];
  const wheel = new TimerWheel(0);
  let second = 0;
  wheel.at(7, { wake: () => assert.equal(wheel.cancel(second), true) });
  second = wheel.at(7, noting(2, woken));
  assert.equal(wheel.runDue(7), 1);
  assert.deepEqual(woken, []);
});

test('a handle that is used up cancels nobody, though its place was given again', () => {
  const woken: Woken[] = [];
  const wheel = new TimerWheel(0, 1);
  const first = wheel.at(1, noting(1, woken));
  assert.equal(wheel.cancel(first), true);
  assert.equal(wheel.cancel(first), false);
  const second = wheel.at(1, noting(2, woken));
  assert.notEqual(second, first);
  assert.equal(wheel.cancel(first), false);
  wheel.runDue(1);
  assert.deepEqual(
    woken.map(({ name }) => name),
    [2],
  );
});

test('zero is no handle: who holds it holds nothing', () => {
  const wheel = new TimerWheel(0, 1);
  wheel.at(1, noting(1, []));
  assert.equal(wheel.cancel(0), false);
  assert.equal(wheel.pending, 1);
});

test('when a target throws, the others of its millisecond run next time', () => {
  const woken: Woken[] = [];
  const wheel = new TimerWheel(0);
  wheel.at(3, {
    wake: () => {
      throw new Error('as a viewer that is broken');
    },
  });
  wheel.at(3, noting(2, woken));
  assert.throws(() => wheel.runDue(10), /broken/);
  assert.equal(wheel.runDue(10), 1);
});

test('the wheel is not run by those it wakes, and takes only times that can come', () => {
  const wheel = new TimerWheel(0);
  wheel.at(1, { wake: (nowMs) => wheel.runDue(nowMs) });
  assert.throws(() => wheel.runDue(1), /must not run the wheel/);
  for (const whenMs of [Number.NaN, Infinity, 2 ** 41])
    assert.throws(() => wheel.at(whenMs, noting(1, [])), RangeError);
});

test('a night without a wake is slept through, and what is far away comes on its day', () => {
  const woken: Woken[] = [];
  const wheel = new TimerWheel(0);
  const days = [0.4, 3, 29, 60].map((day) => day * 86_400_000);
  for (const [name, dueMs] of days.entries()) wheel.at(dueMs, noting(name, woken));
  for (const dueMs of days) {
    assert.equal(wheel.runDue(dueMs - 1), 0);
    assert.equal(wheel.runDue(dueMs), 1);
  }
});

/** Times around the ends of slots and turns, where rings hand over. */
const instant = fc.oneof(
  fc.integer({ min: 0, max: 600 }),
  fc.integer({ min: 65_400, max: 65_700 }),
  fc.integer({ min: 0, max: 200_000 }),
  fc.double({ min: 0, max: 1000, noNaN: true }),
  fc.constant(2 ** 24 + 3),
);

const action = fc.oneof(
  fc.record({ kind: fc.constant('at' as const), inMs: instant }),
  fc.record({ kind: fc.constant('cancel' as const), which: fc.nat(50) }),
  fc.record({ kind: fc.constant('pass' as const), ms: instant }),
);

interface Listed {
  readonly name: number;
  readonly tick: number;
  readonly handle: number;
}

/** The plainest wheel: a list. A timer set at a tick that has passed belongs to the next one. */
class SortedList {
  #listed: Listed[] = [];
  nextTick = 0;

  add(timer: Listed): void {
    this.#listed.push({ ...timer, tick: Math.max(timer.tick, this.nextTick) });
  }

  remove(handle: number): boolean {
    const before = this.#listed.length;
    this.#listed = this.#listed.filter((timer) => timer.handle !== handle);
    return this.#listed.length < before;
  }

  take(nowMs: number): readonly number[] {
    const due = this.#listed.filter(({ tick }) => tick <= nowMs).sort((a, b) => a.tick - b.tick || a.name - b.name);
    this.#listed = this.#listed.filter(({ tick }) => tick > nowMs);
    this.nextTick = Math.max(this.nextTick, Math.floor(nowMs) + 1);
    return due.map(({ name }) => name);
  }

  get earliest(): number | null {
    return this.#listed.length === 0 ? null : Math.min(...this.#listed.map(({ tick }) => tick));
  }

  get size(): number {
    return this.#listed.length;
  }
}

test('the wheel does what a sorted list does', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
      const wheel = new TimerWheel(0, 2);
      const list = new SortedList();
      const handles: number[] = [];
      const woken: Woken[] = [];
      let nowMs = 0;
      for (const [name, one] of actions.entries()) {
        if (one.kind === 'at') {
          const handle = wheel.at(nowMs + one.inMs, noting(name, woken));
          handles.push(handle);
          list.add({ name, handle, tick: Math.ceil(nowMs + one.inMs) });
        } else if (one.kind === 'cancel') {
          const handle = handles[one.which];
          if (handle !== undefined) assert.equal(wheel.cancel(handle), list.remove(handle));
        } else {
          nowMs += one.ms;
          woken.length = 0;
          wheel.runDue(nowMs);
          assert.deepEqual(
            woken.map(({ name }) => name),
            list.take(nowMs),
          );
        }
        assert.equal(wheel.pending, list.size);
        assertNotLate(wheel.nextDueMs(), list.earliest);
      }
    }),
    { numRuns: 500 },
  );
});

function assertNotLate(told: number | null, earliest: number | null): void {
  assert.equal(told === null, earliest === null);
  if (told !== null && earliest !== null) assert.ok(told <= earliest, `told ${told}, due at ${earliest}`);
}

test('going by what the wheel says is next, every timer runs within its millisecond', () => {
  fc.assert(
    fc.property(fc.array(instant, { minLength: 1, maxLength: 30 }), (dues) => {
      const wheel = new TimerWheel(0);
      const woken: Woken[] = [];
      for (const dueMs of dues) wheel.at(dueMs, noting(0, woken));
      let steps = 0;
      for (let next = wheel.nextDueMs(); next !== null; next = wheel.nextDueMs()) {
        wheel.runDue(next);
        assert.ok(++steps <= dues.length * 5, 'each look ahead leads on');
      }
      assert.equal(woken.length, dues.length);
      for (const { nowMs, dueMs } of woken) assert.ok(nowMs >= dueMs && nowMs <= dueMs + 1);
    }),
  );
});

test('a hundred thousand timers that are set again each second take no more room than before', () => {
  const wheel = new TimerWheel(0);
  let wakes = 0;
  const target: TimerTarget = {
    wake: (_nowMs, dueMs) => {
      wakes++;
      wheel.at(dueMs + 1000, target);
    },
  };
  for (let i = 0; i < 100_000; i++) wheel.at(i / 100, target);
  for (let nowMs = 0; nowMs <= 4000; nowMs++) wheel.runDue(nowMs);
  assert.equal(wheel.pending, 100_000);
  assert.equal(wakes, 400_001);
});

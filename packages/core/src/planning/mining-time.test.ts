import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { minuteMs, noon } from '../drops/testing/build.ts';
import { createMiningTime, type MiningTime } from './mining-time.ts';
import type { Span } from './plan-request.ts';
import { minuteOf } from './testing/reading.ts';
import { pause } from './testing/worlds.ts';

const instant = (minutes: number): number => noon + minutes * minuteMs;

describe('mining time', () => {
  const counted: readonly (readonly [string, readonly Span[], readonly (readonly [number, number])[]])[] = [
    [
      'is plain time without pauses',
      [],
      [
        [0, 0],
        [90, 90],
        [-30, -30],
      ],
    ],
    [
      'stands still in a pause',
      [pause(60, 120)],
      [
        [59, 59],
        [60, 60],
        [90, 60],
        [120, 60],
        [180, 120],
      ],
    ],
    [
      'stands still from now on where a pause has begun',
      [pause(-60, 30)],
      [
        [0, 0],
        [29, 0],
        [30, 0],
        [31, 1],
      ],
    ],
    [
      'stands still in a pause that begins right now',
      [pause(0, 30)],
      [
        [0, 0],
        [30, 0],
        [90, 60],
      ],
    ],
    [
      'does not count pauses that are over',
      [pause(-90, -60), pause(-30, 0)],
      [
        [0, 0],
        [60, 60],
        [-45, -45],
      ],
    ],
    [
      'counts every pause once',
      [pause(10, 20), pause(20, 30), pause(60, 90)],
      [
        [20, 10],
        [30, 10],
        [60, 40],
        [95, 45],
      ],
    ],
  ];
  for (const [name, pauses, cases] of counted) {
    it(name, () => {
      const time = createMiningTime(noon, pauses);
      assert.deepEqual(
        cases.map(([at]) => [at, time.minutesAt(instant(at))]),
        cases,
      );
    });
  }

  const told: readonly (readonly [string, readonly Span[], readonly (readonly [number, number])[]])[] = [
    [
      'is told as plain time without pauses',
      [],
      [
        [0, 0],
        [90, 90],
      ],
    ],
    [
      'goes on at the end of a pause',
      [pause(60, 120)],
      [
        [59, 59],
        [60, 120],
        [61, 121],
      ],
    ],
    [
      'begins at the end of a pause that begins right now',
      [pause(0, 30)],
      [
        [0, 30],
        [60, 90],
      ],
    ],
    [
      'goes on after pauses that follow each other',
      [pause(10, 20), pause(20, 30)],
      [
        [9, 9],
        [10, 30],
        [11, 31],
      ],
    ],
  ];
  for (const [name, pauses, cases] of told) {
    it(name, () => {
      const time = createMiningTime(noon, pauses);
      assert.deepEqual(
        cases.map(([minutes]) => [minutes, minuteOf(time.instantAt(minutes))]),
        cases,
      );
    });
  }

  const times: fc.Arbitrary<MiningTime> = fc
    .array(fc.record({ gap: fc.nat(90), length: fc.integer({ min: 1, max: 90 }) }), { maxLength: 4 })
    .map((drawn) => {
      let end = -60;
      const pauses = drawn.map(({ gap, length }) => {
        const span = pause(end + gap, end + gap + length);
        end += gap + length;
        return span;
      });
      return createMiningTime(noon, pauses);
    });
  it('finds back from minutes to an instant that is not paused', () => {
    fc.assert(
      fc.property(times, fc.nat(600), (time, minutes) => {
        const at = time.instantAt(minutes);
        assert.equal(time.minutesAt(at), minutes);
        assert.equal(time.minutesAt(at + minuteMs) > minutes, true);
      }),
    );
  });
  it('never runs backwards, nor faster than the clock', () => {
    fc.assert(
      fc.property(times, fc.nat(600), fc.nat(600), (time, at, more) => {
        const passed = time.minutesAt(instant(at + more)) - time.minutesAt(instant(at));
        assert.ok(passed >= 0 && passed <= more);
      }),
    );
  });
});

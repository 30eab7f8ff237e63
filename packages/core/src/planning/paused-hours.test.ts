import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { coversWeek, minutesPerWeek, parsePausedHours, weekSpansOf } from './paused-hours.ts';

const everyDay = [0, 1, 2, 3, 4, 5, 6];
const hour = 60;

describe('paused hours', () => {
  const read: [string, readonly number[], number, number][] = [
    ['09:00-17:30', everyDay, 9 * hour, 17.5 * hour],
    ['9:05 – 17:00', everyDay, 9 * hour + 5, 17 * hour],
    ['22:00-07:00', everyDay, 22 * hour, 31 * hour],
    ['00:00-24:00', everyDay, 0, 24 * hour],
    ['13:00-00:00', everyDay, 13 * hour, 24 * hour],
    ['Mon-Fri 09:00-17:00', [0, 1, 2, 3, 4], 9 * hour, 17 * hour],
    ['sat,SUN 00:00-24:00', [5, 6], 0, 24 * hour],
    ['Fri-Mon 20:00-21:00', [0, 4, 5, 6], 20 * hour, 21 * hour],
    ['Mon, Wed - Thu 20:00-21:00', [0, 2, 3], 20 * hour, 21 * hour],
    ['Tue,Tue 20:00-21:00', [1], 20 * hour, 21 * hour],
  ];
  for (const [text, days, startMinute, endMinute] of read) {
    it(`that read ${text} are taken`, () =>
      assert.deepEqual(parsePausedHours(text), { ok: true, value: { days, startMinute, endMinute } }));
  }
  const refused: [string, RegExp][] = [
    ['', /write two times/],
    ['22-7', /write two times/],
    ['Sat,Sun', /write two times/],
    ['22:00', /write two times/],
    ['22:00-07:00 Mon', /write two times/],
    ['Monday 22:00-07:00', /write days/],
    ['Mon-Tue-Wed 22:00-07:00', /write days/],
    ['Mon, 22:00-07:00', /write days/],
    ['24:00-07:00', /write times/],
    ['22:00-24:01', /write times/],
    ['22:60-23:00', /write times/],
    ['25:00-26:00', /write times/],
    ['22:00-22:00', /00:00-24:00/],
  ];
  for (const [text, expected] of refused) {
    it(`that read “${text}” are refused with what to do`, () => {
      const parsed = parsePausedHours(text);
      assert.match(parsed.ok ? '' : parsed.failure, expected);
    });
  }
  it('survive any text', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof parsePausedHours(text).ok === 'boolean'));
  });
});

describe('a week', () => {
  const day = 24 * hour;
  const spans = (...pairs: [number, number][]) => pairs.map(([startMinute, endMinute]) => ({ startMinute, endMinute }));
  it('has the hours of all entries, merged', () =>
    assert.deepEqual(
      weekSpansOf(['Tue 10:00-12:00', 'Mon 20:00-02:00', 'Tue 01:00-03:00', 'Tue 12:00-13:00', 'nonsense']),
      spans([20 * hour, day + 3 * hour], [day + 10 * hour, day + 13 * hour]),
    ));
  it('has on Monday morning what began on Sunday night', () =>
    assert.deepEqual(weekSpansOf(['Sun 22:00-07:00']), spans([0, 7 * hour], [6 * day + 22 * hour, minutesPerWeek])));
  it('is covered when no minute is left, and only then', () => {
    assert.equal(coversWeek(['07:00-07:01', '07:01-07:00']), true);
    assert.equal(coversWeek(['07:00-06:59']), false);
    assert.equal(coversWeek([]), false);
  });
});

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { hourMs } from '../../shared/testing/build-views.ts';
import { gridImage } from './grid-image.ts';
import { daysIn, hoursIn } from './ticks.ts';

describe('days and hours', () => {
  const zone = process.env.TZ;
  before(() => {
    process.env.TZ = 'Europe/Berlin';
  });
  after(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });
  const local = (day: number, hour: number): number => new Date(2026, 2, day, hour).getTime();

  it('lie without a gap, and the day on which clocks change is an hour shorter', () => {
    const days = daysIn({ from: local(28, 12), to: local(30, 12) });
    assert.equal(days.length, 3);
    assert.deepEqual(
      days.map(({ startsAt, endsAt }) => (endsAt - startsAt) / hourMs),
      [24, 23, 24],
    );
    assert.equal(days[0]?.endsAt, days[1]?.startsAt);
  });
  it('are whole hours of the reader’s zone, on that day too, and never more than asked for', () => {
    const window = { from: local(29, 0), to: local(30, 0) };
    for (const maxCount of [4, 10, 24]) {
      const hours = hoursIn(window, maxCount);
      assert.ok(hours.length > 0 && hours.length <= maxCount);
      for (const at of hours) assert.equal(new Date(at).getMinutes(), 0);
    }
    assert.deepEqual(
      hoursIn(window, 4).map((at) => new Date(at).getHours()),
      [6, 12, 18],
    );
  });
  it('are days alone where hours have no room', () => {
    assert.deepEqual(hoursIn({ from: local(1, 0), to: local(15, 0) }, 10), []);
  });
  it('are lines of one picture, which runs the other way where one reads the other way', () => {
    const window = { from: local(2, 12), to: local(3, 12) };
    assert.match(gridImage(window, false), /^linear-gradient\(to right, transparent 50\.000%/);
    assert.match(gridImage(window, true), /to left/);
    assert.equal(gridImage({ from: local(2, 10), to: local(2, 12) }, false), 'none');
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { channelId } from '@dropwise/kit';
import fc from 'fast-check';
import { hourMs, minuteMs } from '../drops/testing/build.ts';
import { noSightings, type Sightings, sight } from './sightings.ts';
import { chanceLive, priorChance } from './sightings-chance.ts';
import { hourOfWeek } from './sightings-week.ts';

const monday = Date.UTC(2026, 0, 5);
const weekMs = 7 * 24 * hourMs;
const id = channelId('70001');
const [tuesday20, tuesday12, saturday20] = [24 + 20, 24 + 12, 5 * 24 + 20];

/** Looked at every ten minutes from one week to another. */
function watched(
  sightings: Sightings,
  [from, to]: readonly [number, number],
  isLive: (hour: number) => boolean,
): Sightings {
  let now = sightings;
  for (let at = monday + from * weekMs; at < monday + to * weekMs; at += 10 * minuteMs) {
    now = sight(now, [{ id, live: isLive(hourOfWeek(at)) }], at);
  }
  return now;
}

const evening = (day: number) => (hour: number) => hour >= day * 24 + 18 && hour < day * 24 + 22;
const chanceAt = (sightings: Sightings, week: number, hour: number): number =>
  chanceLive(sightings, id, null, monday + week * weekMs, monday + week * weekMs + hour * hourMs);

describe('the chance that a channel is live', () => {
  it('is the prior for one that was never seen', () => {
    assert.equal(chanceAt(noSightings, 0, 5), priorChance);
    assert.ok(Math.abs(priorChance - 0.146) < 0.001);
  });
  it('is high in the hours of its timetable and low in all others', () => {
    const sightings = watched(noSightings, [0, 6], evening(1));
    for (let hour = 0; hour < 168; hour++) {
      const chance = chanceAt(sightings, 6, hour);
      if (evening(1)(hour)) assert.ok(chance > 0.6, `${hour}: ${chance}`);
      else assert.ok(chance < 0.12, `${hour}: ${chance}`);
    }
  });
  it('is learnt for hours of the week never looked at from the same hour of other days', () => {
    const daily = (hour: number): boolean => hour % 24 >= 18 && hour % 24 < 22;
    const twoDays = [0, 1, 2].reduce((sightings, day) => {
      let now = sightings;
      for (let minutes = 0; minutes < 24 * 60; minutes += 10) {
        const at = monday + (day * 24 * 60 + minutes) * minuteMs;
        now = sight(now, [{ id, live: daily(hourOfWeek(at)) }], at);
      }
      return now;
    }, noSightings);
    assert.ok(chanceAt(twoDays, 1, saturday20) > 0.55);
    assert.ok(chanceAt(twoDays, 1, 5 * 24 + 12) < 0.1);
  });
  it('follows a changed timetable', () => {
    const before = watched(noSightings, [0, 6], evening(1));
    const chances = [2, 4, 8].map((weeks) => {
      const after = watched(before, [6, 6 + weeks], evening(5));
      return [chanceAt(after, 6 + weeks, tuesday20), chanceAt(after, 6 + weeks, saturday20)] as const;
    });
    for (const [index, [old, fresh]] of chances.entries()) {
      const [oldBefore, freshBefore] = chances[index - 1] ?? [
        chanceAt(before, 6, tuesday20),
        chanceAt(before, 6, saturday20),
      ];
      assert.ok(old < oldBefore && fresh > freshBefore);
    }
    const [old, fresh] = chances[2] ?? [1, 0];
    assert.ok(old < 0.3 && fresh > 0.55, `${old} ${fresh}`);
  });
  it('does not suffer from hours in which nobody looked', () => {
    const isUp = (hour: number): boolean => hour % 24 >= 17 && hour % 24 < 23;
    let sightings = noSightings;
    for (let at = monday; at < monday + 6 * weekMs; at += 10 * minuteMs) {
      const hour = hourOfWeek(at);
      if (isUp(hour)) sightings = sight(sightings, [{ id, live: evening(1)(hour) }], at);
    }
    assert.ok(chanceAt(sightings, 6, tuesday20) > 0.6);
    assert.ok(chanceAt(sightings, 6, tuesday12) > chanceAt(sightings, 6, saturday20));
  });
  it('returns to the prior when nothing was seen for years', () => {
    const sightings = watched(noSightings, [0, 6], evening(1));
    assert.ok(Math.abs(chanceAt(sightings, 200, tuesday20) - priorChance) < 0.001);
  });

  const now = monday;
  const cases: [string, boolean | null, number, number][] = [
    ['is certain for one that is live now', true, 0, 1],
    ['is nothing for one that is offline now', false, 0, 0],
    ['is held up by a stream for a while', true, 200, priorChance + (1 - priorChance) / Math.E],
    ['is held down by its absence for a while', false, 200, priorChance * (1 - 1 / Math.E)],
    ['is the usual one after a day', true, 24 * 60, priorChance],
    ['is the usual one when nobody looked', null, 0, priorChance],
    ['is that of now for the past', true, -60, 1],
  ];
  for (const [name, live, minutes, expected] of cases)
    it(name, () => {
      const chance = chanceLive(noSightings, id, live, now, now + minutes * minuteMs);
      assert.ok(Math.abs(chance - expected) < 0.001, `${chance}`);
    });

  it('is between 0 and 1 and the same for the same sightings, whatever was seen', () => {
    const looks = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: -500, max: 50_000 })), { maxLength: 40 });
    const liveNow = fc.constantFrom(true, false, null);
    fc.assert(
      fc.property(looks, liveNow, fc.integer({ min: -100, max: 500_000 }), (drawn, live, ahead) => {
        let at = monday;
        let sightings = noSightings;
        for (const [wasLive, minutes] of drawn) {
          at += minutes * minuteMs;
          sightings = sight(sightings, [{ id, live: wasLive }], at);
        }
        const chance = chanceLive(sightings, id, live, at, at + ahead * minuteMs);
        assert.ok(chance >= 0 && chance <= 1, `${chance}`);
        assert.equal(chanceLive(sightings, id, live, at, at + ahead * minuteMs), chance);
      }),
    );
  });
});

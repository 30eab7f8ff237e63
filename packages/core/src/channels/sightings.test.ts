import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { channelId } from '@dropwise/kit';
import fc from 'fast-check';
import { hourMs, minuteMs } from '../drops/testing/build.ts';
import { maxSighted, noSightings, parseSightings, type Sightings, sight, sightedOf } from './sightings.ts';
import { hourOfWeek, readWeek } from './sightings-week.ts';

/** A Monday, 00:00 UTC, near the beginning of an era: a minute weighs about one. */
const monday = Date.UTC(2026, 0, 5);
const id = channelId('70001');

type Look = readonly [minutes: number, live: boolean];

function after(...looks: readonly Look[]): Sightings {
  return looks.reduce(
    (sightings, [minutes, live]) => sight(sightings, [{ id, live }], monday + minutes * minuteMs),
    noSightings,
  );
}

/** Minutes looked at and live in the first hours of Monday, to the nearest ten. */
function credited(sightings: Sightings, hours = 4): string {
  const sighted = sightedOf(sightings, id);
  assert.ok(sighted !== null);
  const { seen, live } = readWeek(sighted.week, sighted.at * minuteMs, sighted.at * minuteMs);
  const tens = (minutes = 0): number => Math.round(minutes / 10) * 10;
  return Array.from({ length: hours }, (_, hour) => `${tens(live[hour])}/${tens(seen[hour])}`).join(' ');
}

describe('a look at a channel', () => {
  const cases: [string, readonly Look[], string][] = [
    ['alone credits nothing', [[0, true]], '0/0 0/0 0/0 0/0'],
    [
      'credits the time since the one before, hour by hour',
      [
        [30, true],
        [90, true],
        [150, false],
      ],
      '30/30 60/60 30/30 0/0',
    ],
    [
      'credits the state of the one before',
      [
        [0, false],
        [60, true],
        [120, false],
      ],
      '0/60 60/60 0/0 0/0',
    ],
    [
      'divides an hour between two states',
      [
        [0, false],
        [30, true],
        [60, false],
      ],
      '30/60 0/0 0/0 0/0',
    ],
    [
      'every few minutes adds up to the same',
      [
        [0, true],
        [4, true],
        [20, true],
        [37, true],
        [58, true],
        [61, false],
      ],
      '60/60 0/0 0/0 0/0',
    ],
    [
      'after a gap credits 90 minutes only',
      [
        [0, true],
        [600, true],
      ],
      '60/60 30/30 0/0 0/0',
    ],
    [
      'after a gap does not take the gap for offline',
      [
        [0, true],
        [600, false],
        [700, false],
      ],
      '60/60 30/30 0/0 0/0',
    ],
    [
      'says nothing when the clock was put back',
      [
        [120, true],
        [0, true],
        [60, false],
      ],
      '60/60 0/0 0/0 0/0',
    ],
  ];
  for (const [name, looks, expected] of cases) it(name, () => assert.equal(credited(after(...looks)), expected));

  it('that says the same again soon changes nothing', () => {
    const before = after([0, true], [30, true]);
    assert.equal(sight(before, [{ id, live: true }], monday + 44 * minuteMs), before);
    assert.notEqual(sight(before, [{ id, live: true }], monday + 45 * minuteMs), before);
    assert.notEqual(sight(before, [{ id, live: false }], monday + 31 * minuteMs), before);
  });
  it('leaves what it was given as it was', () => {
    const before = after([0, true], [60, true]);
    const copy = structuredClone(before);
    sight(before, [{ id, live: false }], monday + 90 * minuteMs);
    assert.deepEqual(before, copy);
  });
  it('weighs half as much after six weeks', () => {
    const looks: Look[] = [
      [0, true],
      [60, false],
    ];
    const sighted = sightedOf(after(...looks), id);
    assert.ok(sighted !== null);
    const minutesAt = (now: number): number => readWeek(sighted.week, sighted.at * minuteMs, now).live[0] ?? 0;
    const now = monday + hourMs;
    assert.ok(Math.abs(minutesAt(now + 42 * 24 * hourMs) / minutesAt(now) - 0.5) < 1e-9);
    assert.ok(Math.abs(minutesAt(now + 84 * 24 * hourMs) / minutesAt(now) - 0.25) < 1e-9);
  });
});

describe('the hour of the week', () => {
  const cases: [string, number, number][] = [
    ['begins on Monday, 00:00 UTC', monday, 0],
    ['ends with the hour', monday + hourMs - 1, 0],
    ['is 167 at the end of Sunday', monday - 1, 167],
    ['is that of a Thursday at the epoch', 0, 72],
  ];
  for (const [name, instant, expected] of cases) it(name, () => assert.equal(hourOfWeek(instant), expected));
});

describe('what is kept', () => {
  it('has a maximum, and the least recently seen are forgotten', () => {
    const ids = Array.from({ length: maxSighted + 5 }, (_, index) => channelId(String(70_000 + index)));
    const looks = (from: number, to: number) => ids.slice(from, to).map((each) => ({ id: each, live: false }));
    let sightings = sight(noSightings, looks(0, 10), monday);
    sightings = sight(sightings, looks(10, maxSighted), monday + hourMs);
    sightings = sight(sightings, looks(maxSighted, maxSighted + 5), monday + 2 * hourMs);
    const kept = Object.keys(sightings.channels);
    assert.equal(kept.length, maxSighted);
    assert.equal(kept.filter((each) => Number(each) < 70_010).length, 5);
    assert.ok(kept.includes(String(70_000 + maxSighted + 4)));
  });
  it('keeps its ratios when years are seen', () => {
    let sightings = noSightings;
    // To the end of an era, when levels are highest.
    for (let minutes = 0; minutes < 751 * 24 * 60; minutes += 30) {
      const hour = hourOfWeek(monday + minutes * minuteMs);
      sightings = sight(sightings, [{ id, live: hour < 84 || minutes % 60 === 0 }], monday + minutes * minuteMs);
    }
    assert.deepEqual(parseSightings(JSON.parse(JSON.stringify(sightings))), sightings);
    const sighted = sightedOf(sightings, id);
    assert.ok(sighted !== null);
    const { seen, live } = readWeek(sighted.week, sighted.at * minuteMs, sighted.at * minuteMs);
    for (const [hour, minutes] of seen.entries()) {
      assert.ok(minutes > 400, `${minutes} minutes are little for a channel that is always looked at`);
      assert.ok(Math.abs((live[hour] ?? 0) / minutes - (hour < 84 ? 1 : 0.5)) < 0.1);
    }
  });
  it('takes at most 400 bytes a channel on disk', () => {
    const big = channelId('1234567890');
    let sightings = noSightings;
    for (let minutes = 0; minutes < 120 * 24 * 60; minutes += 25) {
      sightings = sight(sightings, [{ id: big, live: minutes % 175 < 90 }], monday + minutes * minuteMs);
      if (minutes % 5_000 === 0) assert.ok(JSON.stringify(sightings.channels).length - 1 <= 400);
    }
  });
});

const looks = fc.array(
  fc.record({
    id: fc.constantFrom('70001', '70002', '70003').map(channelId),
    live: fc.boolean(),
    minutes: fc.oneof(fc.nat(40), fc.nat(3_000), fc.nat(200_000)),
  }),
  { maxLength: 60 },
);

function afterAll(drawn: readonly { id: typeof id; live: boolean; minutes: number }[]): Sightings {
  let now = monday;
  let sightings = noSightings;
  for (const { id: each, live, minutes } of drawn) {
    now += minutes * minuteMs;
    sightings = sight(sightings, [{ id: each, live }], now);
  }
  return sightings;
}

describe('whatever was seen', () => {
  it('is the same after a journey to the disk', () => {
    fc.assert(
      fc.property(looks, (drawn) => {
        const sightings = afterAll(drawn);
        assert.deepEqual(parseSightings(JSON.parse(JSON.stringify(sightings))), sightings);
      }),
    );
  });
  it('is the same for the same looks', () => {
    fc.assert(fc.property(looks, (drawn) => assert.deepEqual(afterAll(drawn), afterAll(drawn))));
  });
  it('has no more live minutes than minutes, and no more minutes than passed', () => {
    fc.assert(
      fc.property(looks, (drawn) => {
        const passed = drawn.reduce((sum, { minutes }) => sum + minutes, 0);
        for (const sighted of Object.values(afterAll(drawn).channels)) {
          const { seen, live } = readWeek(sighted.week, sighted.at * minuteMs, sighted.at * minuteMs);
          assert.ok(live.every((minutes, hour) => minutes <= (seen[hour] ?? 0)));
          // Each of at most 60 credits, divided over hours, is rounded to ten minutes.
          assert.ok(seen.reduce((sum, minutes) => sum + minutes, 0) <= passed + 5 * 3 * drawn.length);
        }
      }),
    );
  });
});

describe('sightings from disk', () => {
  const good = { at: 29_000_000, live: true, run: 5, week: '' };
  const cases: [string, unknown, readonly string[]][] = [
    ['keep what fits', { channels: { 70001: good } }, ['70001']],
    ['leave out fields that nobody knows', { channels: { 70001: { ...good, more: 1 } }, more: 1 }, ['70001']],
    ['are none without a value', undefined, []],
    ['are none from null', null, []],
    ['are none from a list', [], []],
    ['are none without channels', {}, []],
    ['are none from a text', { channels: 'x' }, []],
    ['leave out an entry that is none', { channels: { 70001: null, 70002: good } }, ['70002']],
    ['leave out a negative time', { channels: { 70001: { ...good, at: -1 } } }, []],
    ['leave out a time that is no number', { channels: { 70001: { ...good, at: Number.NaN } } }, []],
    ['leave out a time past all bounds', { channels: { 70001: { ...good, at: 1e300 } } }, []],
    ['leave out a state that is none', { channels: { 70001: { ...good, live: 1 } } }, []],
    ['leave out a run longer than an hour', { channels: { 70001: { ...good, run: 61 } } }, []],
    ['leave out a week of the wrong length', { channels: { 70001: { ...good, week: '####' } } }, []],
    ['leave out a week in other letters', { channels: { 70001: { ...good, week: '\u00e9'.repeat(336) } } }, []],
    ['leave out a week with more live than seen', { channels: { 70001: { ...good, week: '#$'.repeat(168) } } }, []],
    ['leave out names that are no ids', JSON.parse(`{"channels":{"__proto__":${JSON.stringify(good)}}}`), []],
  ];
  for (const [name, value, ids] of cases)
    it(name, () => {
      const sightings = parseSightings(value);
      assert.deepEqual(Object.keys(sightings.channels), ids);
      for (const sighted of Object.values(sightings.channels)) assert.deepEqual(sighted, good);
    });
  it('never throw and can be gone on with', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (value, entry) => {
        for (const found of [value, { channels: value }, { channels: { 70001: entry } }]) {
          sight(parseSightings(found), [{ id, live: true }], monday);
        }
      }),
    );
  });
  it('have the same maximum', () => {
    const channels = Object.fromEntries(
      Array.from({ length: 1_500 }, (_, index) => [70_000 + index, { ...good, at: index }]),
    );
    const kept = Object.keys(parseSightings({ channels }).channels);
    assert.equal(kept.length, maxSighted);
    assert.equal(Math.min(...kept.map(Number)), 70_500);
  });
});

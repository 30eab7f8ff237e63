import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parsePausedHours } from './paused-hours.ts';
import { isPaused, nextPauseChange, pausesBetween } from './pauses.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const at = (text: string): number => Date.parse(text);
const texts = (spans: ReturnType<typeof pausesBetween>): readonly string[] =>
  spans.map(({ startsAt, endsAt }) => `${nameOf(startsAt)} ${nameOf(endsAt)}`);
const nameOf = (instant: number): string => new Date(instant).toISOString().slice(0, 16);

interface Case {
  readonly hours: readonly string[];
  readonly zone: string;
  readonly from: string;
  readonly to: string;
  readonly expected: readonly string[];
}

/** Berlin: UTC+1, from 2026-03-29T01:00Z UTC+2, from 2026-10-25T01:00Z UTC+1 again. 2026-08-10 is a Monday. */
const cases: Record<string, Case> = {
  'are none without hours': {
    hours: [],
    zone: 'Europe/Berlin',
    from: '2026-08-10T00:00Z',
    to: '2026-08-24T00:00Z',
    expected: [],
  },
  'are none in an empty time': {
    hours: ['00:00-24:00'],
    zone: 'UTC',
    from: '2026-08-10T00:00Z',
    to: '2026-08-10T00:00Z',
    expected: [],
  },
  'are cut at both ends': {
    hours: ['22:00-07:00'],
    zone: 'UTC',
    from: '2026-08-10T03:00Z',
    to: '2026-08-11T23:00Z',
    expected: [
      '2026-08-10T03:00 2026-08-10T07:00',
      '2026-08-10T22:00 2026-08-11T07:00',
      '2026-08-11T22:00 2026-08-11T23:00',
    ],
  },
  'are read in UTC where no zone is named': {
    hours: ['10:00-11:00'],
    zone: '',
    from: '2026-08-10T00:00Z',
    to: '2026-08-11T00:00Z',
    expected: ['2026-08-10T10:00 2026-08-10T11:00'],
  },
  'keep to working days': {
    hours: ['Mon-Fri 09:00-17:00'],
    zone: 'Europe/Berlin',
    from: '2026-08-14T00:00Z',
    to: '2026-08-18T00:00Z',
    expected: ['2026-08-14T07:00 2026-08-14T15:00', '2026-08-17T07:00 2026-08-17T15:00'],
  },
  'are one over a weekend': {
    hours: ['Sat,Sun 00:00-24:00'],
    zone: 'Asia/Kathmandu',
    from: '2026-08-10T00:00Z',
    to: '2026-08-17T00:00Z',
    expected: ['2026-08-14T18:15 2026-08-16T18:15'],
  },
  'are one from Sunday night to Monday': {
    hours: ['Sun 22:00-24:00', 'Mon 00:00-07:00'],
    zone: 'UTC',
    from: '2026-08-10T12:00Z',
    to: '2026-08-20T00:00Z',
    expected: ['2026-08-16T22:00 2026-08-17T07:00'],
  },
  'last an hour less in the night in which clocks go forward': {
    hours: ['22:00-07:00'],
    zone: 'Europe/Berlin',
    from: '2026-03-27T12:00Z',
    to: '2026-03-29T12:00Z',
    expected: ['2026-03-27T21:00 2026-03-28T06:00', '2026-03-28T21:00 2026-03-29T05:00'],
  },
  'last an hour more in the night in which clocks go back': {
    hours: ['22:00-07:00'],
    zone: 'Europe/Berlin',
    from: '2026-10-24T12:00Z',
    to: '2026-10-26T12:00Z',
    expected: ['2026-10-24T20:00 2026-10-25T06:00', '2026-10-25T21:00 2026-10-26T06:00'],
  },
  'are none in an hour that the clock skips': {
    hours: ['02:00-03:00'],
    zone: 'Europe/Berlin',
    from: '2026-03-28T12:00Z',
    to: '2026-03-30T12:00Z',
    expected: ['2026-03-30T00:00 2026-03-30T01:00'],
  },
  'begin when the clock has skipped their beginning': {
    hours: ['02:30-04:00'],
    zone: 'Europe/Berlin',
    from: '2026-03-28T12:00Z',
    to: '2026-03-29T12:00Z',
    expected: ['2026-03-29T01:00 2026-03-29T02:00'],
  },
  'come twice in an hour that the clock repeats': {
    hours: ['02:30-04:00'],
    zone: 'Europe/Berlin',
    from: '2026-10-24T12:00Z',
    to: '2026-10-25T12:00Z',
    expected: ['2026-10-25T00:30 2026-10-25T01:00', '2026-10-25T01:30 2026-10-25T03:00'],
  },
  'know clocks that change by half an hour': {
    hours: ['01:00-03:00'],
    zone: 'Australia/Lord_Howe',
    from: '2026-04-04T00:00Z',
    to: '2026-04-05T00:00Z',
    expected: ['2026-04-04T14:00 2026-04-04T16:30'],
  },
};

describe('pauses', () => {
  for (const [name, { hours, zone, from, to, expected }] of Object.entries(cases)) {
    it(name, () => assert.deepEqual(texts(pausesBetween(hours, zone, at(from), at(to))), expected));
  }

  const zones = [
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Africa/Casablanca',
  ];
  const days = ['', 'Mon ', 'Sun ', 'Fri-Mon ', 'Tue,Thu '];
  const time = fc.integer({ min: 0, max: 47 }).map((half) => `${Math.floor(half / 2)}:${half % 2 === 0 ? '00' : '30'}`);
  const hours = fc
    .tuple(fc.constantFrom(...days), time, time)
    .filter(([, start, end]) => start !== end)
    .map(([day, start, end]) => `${day}${start}-${end}`);
  const lists = fc.array(hours, { minLength: 1, maxLength: 3 });
  const instants = fc.integer({ min: at('2026-01-01T00:00Z'), max: at('2026-12-31T00:00Z') });

  it('hold every instant at which the clock on the wall shows one of the hours, and no other', () => {
    fc.assert(
      fc.property(lists, fc.constantFrom(...zones), instants, instants, (list, zone, from, asked) => {
        const to = from + 14 * dayMs;
        const spans = pausesBetween(list, zone, from, to);
        const instant = from + (asked % (14 * dayMs));
        const found = spans.some(({ startsAt, endsAt }) => startsAt <= instant && instant < endsAt);
        assert.equal(found, isOnTheWall(list, zone, instant), nameOf(instant));
        assert.equal(isPaused({ pausedHours: list, timeZone: zone }, instant), found);
      }),
    );
  });
  it('are ascending, apart from each other and inside the time asked for', () => {
    fc.assert(
      fc.property(lists, fc.constantFrom(...zones), instants, (list, zone, from) => {
        const to = from + 14 * dayMs;
        let last = from - 1;
        for (const { startsAt, endsAt } of pausesBetween(list, zone, from, to)) {
          assert.ok(last < startsAt && startsAt < endsAt && endsAt <= to);
          last = endsAt;
        }
      }),
    );
  });
  it('change at the next change, and not before', () => {
    fc.assert(
      fc.property(lists, fc.constantFrom(...zones), instants, (list, zone, now) => {
        const settings = { pausedHours: list, timeZone: zone };
        const next = nextPauseChange(settings, now);
        if (next === null) return assert.equal(isPaused(settings, now), isPaused(settings, now + 7 * dayMs));
        assert.ok(next > now);
        assert.equal(isPaused(settings, next - 1), isPaused(settings, now));
        assert.notEqual(isPaused(settings, next), isPaused(settings, now));
      }),
    );
  });
});

it('the same hours in another time zone are other pauses', () => {
  const hours = ['10:00-11:00'];
  const asked = ['Europe/Berlin', 'UTC', 'Europe/Berlin'].map((zone) =>
    texts(pausesBetween(hours, zone, at('2026-08-10T00:00Z'), at('2026-08-11T00:00Z'))).join(),
  );
  const berlin = '2026-08-10T08:00 2026-08-10T09:00';
  assert.deepEqual(asked, [berlin, '2026-08-10T10:00 2026-08-10T11:00', berlin]);
});

describe('the next change', () => {
  const monday = at('2026-08-10T12:00Z');
  const next = (pausedHours: readonly string[], now = monday): string | null => {
    const change = nextPauseChange({ pausedHours, timeZone: 'Europe/Berlin' }, now);
    return change === null ? null : nameOf(change);
  };
  it('is the beginning of the next pause', () => assert.equal(next(['22:00-07:00']), '2026-08-10T20:00'));
  it('is the end of this one', () => assert.equal(next(['Mon-Tue 00:00-24:00']), '2026-08-11T22:00'));
  it('may be a week away', () => assert.equal(next(['Mon 13:00-14:00']), '2026-08-17T11:00'));
  it('may be two weeks away when the clock skips a pause', () =>
    assert.equal(next(['Sun 02:00-03:00'], at('2026-03-22T12:00Z')), '2026-04-05T00:00'));
  it('never comes without pauses', () => assert.equal(next([]), null));
  it('never comes when all hours are paused', () => assert.equal(next(['00:00-24:00']), null));
});

/** What a clock in the zone shows, asked of Intl alone. */
function isOnTheWall(list: readonly string[], timeZone: string, instant: number): boolean {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    weekday: 'short',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(instant);
  const read = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  const day = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(read('weekday'));
  const minute = Number(read('hour')) * 60 + Number(read('minute'));
  return list.some((text) => {
    const parsed = parsePausedHours(text);
    assert.ok(parsed.ok);
    const { days, startMinute, endMinute } = parsed.value;
    const holds = (onDay: number, atMinute: number): boolean =>
      days.includes(onDay) && startMinute <= atMinute && atMinute < endMinute;
    return holds(day, minute) || holds((day + 6) % 7, minute + 24 * 60);
  });
}

import type { MiningSettings } from '../mining/settings.ts';
import { minutesPerWeek, type WeekSpan, weekSpansOf } from './paused-hours.ts';
import type { Span } from './plan-request.ts';

type PauseSettings = Pick<MiningSettings, 'pausedHours' | 'timeZone'>;

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const weekMs = minutesPerWeek * minuteMs;
/** 1970-01-05, the first Monday by epoch time. */
const firstMondayMs = 4 * dayMs;
/** The week repeats itself, but one change of the clock may swallow a pause. */
const lookAheadMs = 15 * dayMs;

/**
 * When mining is paused in [from, to), epoch ms: ascending, disjoint, merged, cut at both ends. Paused is every instant
 * at which a clock on the wall of the zone shows one of the hours: an hour that the clock skips is no pause, one that it
 * repeats is paused twice. Hours that do not parse are left out. A time zone of '' is UTC; one that `Intl` does not
 * know throws its RangeError.
 */
export function pausesBetween(
  pausedHours: readonly string[],
  timeZone: string,
  from: number,
  to: number,
): readonly Span[] {
  if (pausedHours.length === 0 || from >= to) return [];
  const { week, offsetAt } = calendarOf(pausedHours, timeZone);
  if (week.length === 0) return [];
  const spans: Span[] = [];
  for (const stretch of stretchesOf(offsetAt, from, to)) {
    for (const span of inStretch(week, stretch)) {
      const last = spans.at(-1);
      if (last?.endsAt === span.startsAt) spans[spans.length - 1] = { ...last, endsAt: span.endsAt };
      else spans.push(span);
    }
  }
  return spans;
}

/** Whether mining is paused at this instant. */
export function isPaused({ pausedHours, timeZone }: PauseSettings, now: number): boolean {
  return pausesBetween(pausedHours, timeZone, now, now + 1).length > 0;
}

/** The next instant after `now` at which a pause begins or ends; null = it stays as it is. */
export function nextPauseChange({ pausedHours, timeZone }: PauseSettings, now: number): number | null {
  const until = now + lookAheadMs;
  const [next] = pausesBetween(pausedHours, timeZone, now, until);
  if (next === undefined) return null;
  if (next.startsAt > now) return next.startsAt;
  return next.endsAt < until ? next.endsAt : null;
}

interface Calendar {
  readonly timeZone: string;
  readonly week: readonly WeekSpan[];
  readonly offsetAt: OffsetReader;
}

type OffsetReader = (at: number) => number;

/**
 * Every step asks whether it is paused, and a formatter of `Intl` takes 30 kB outside of the heap, which the garbage
 * collector sees too late: thousands of them fill hundreds of megabytes. So there is one for each list of hours, and it
 * lives as long as the list.
 */
const calendars = new WeakMap<readonly string[], Calendar>();

function calendarOf(pausedHours: readonly string[], timeZone: string): Calendar {
  const known = calendars.get(pausedHours);
  if (known?.timeZone === timeZone) return known;
  const calendar = { timeZone, week: weekSpansOf(pausedHours), offsetAt: offsetReader(timeZone) };
  calendars.set(pausedHours, calendar);
  return calendar;
}

/** A time in which the zone keeps its distance to UTC: local ms = epoch ms + offsetMs. */
interface Stretch extends Span {
  readonly offsetMs: number;
}

function* inStretch(week: readonly WeekSpan[], { startsAt, endsAt, offsetMs }: Stretch): Generator<Span> {
  const toLocal = offsetMs - firstMondayMs;
  for (let monday = Math.floor((startsAt + toLocal) / weekMs) * weekMs; monday < endsAt + toLocal; monday += weekMs) {
    for (const { startMinute, endMinute } of week) {
      const span = {
        startsAt: Math.max(startsAt, monday + startMinute * minuteMs - toLocal),
        endsAt: Math.min(endsAt, monday + endMinute * minuteMs - toLocal),
      };
      if (span.startsAt < span.endsAt) yield span;
    }
  }
}

/** Asks for the offset once a day; only on a day on which it changed is the instant searched for. */
function* stretchesOf(offsetAt: OffsetReader, from: number, to: number): Generator<Stretch> {
  let startsAt = from;
  let offsetMs = offsetAt(from);
  for (let known = from; known < to; ) {
    const next = Math.min(known + dayMs, to);
    const nextOffset = offsetAt(next);
    if (nextOffset !== offsetMs) {
      const changedAt = findChange(offsetAt, known, next);
      yield { startsAt, endsAt: changedAt, offsetMs };
      startsAt = changedAt;
      offsetMs = nextOffset;
    }
    known = next;
  }
  if (startsAt < to) yield { startsAt, endsAt: to, offsetMs };
}

/** The first instant with the offset of `late`; `early` has another one. */
function findChange(offsetAt: OffsetReader, early: number, late: number): number {
  const offset = offsetAt(late);
  let before = early;
  let after = late;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(middle) === offset) after = middle;
    else before = middle;
  }
  return after;
}

function offsetReader(timeZone: string): OffsetReader {
  if (timeZone === '' || timeZone === 'UTC') return () => 0;
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  return (at) => {
    // `8/10/2026, GMT+05:30`; `GMT` alone is none.
    const match = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(format.format(at));
    if (match === null) return 0;
    const [, sign, hours, minutes, seconds = '0'] = match;
    const size = (Number(hours) * 60 + Number(minutes)) * minuteMs + Number(seconds) * 1_000;
    return sign === '-' ? -size : size;
  };
}

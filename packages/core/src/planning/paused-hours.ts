import { fail, type Result, succeed } from '@dropwise/kit';

/** Hours in which nothing is mined, as the owner wrote them. */
export interface PausedHours {
  /** Days on which they begin; 0 = Monday. */
  readonly days: readonly number[];
  /** Minutes since midnight, 0 to 1439. */
  readonly startMinute: number;
  /** Minutes since that same midnight, after `startMinute`; past 1440 it is the next morning. */
  readonly endMinute: number;
}

/** [startMinute, endMinute), minutes since Monday 00:00 by the clock on the wall. */
export interface WeekSpan {
  readonly startMinute: number;
  readonly endMinute: number;
}

export const minutesPerWeek = 7 * 24 * 60;
const minutesPerDay = 24 * 60;
const dayNames: readonly string[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const everyDay: readonly number[] = [...dayNames.keys()];

const shape = /^(?:(\S.*?)\s+)?(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})$/;

/**
 * Reads `22:00-07:00` (every night), `Mon-Fri 09:00-17:00`, `Sat,Sun 00:00-24:00`. Days are the first three letters of
 * their English names, in any case; a range may go over Sunday; hours that pass midnight belong to the day they begin
 * on. The failure says what to do.
 */
export function parsePausedHours(text: string): Result<PausedHours, string> {
  const match = shape.exec(text.trim());
  if (match === null) return fail('write two times with a dash between, such as 22:00-07:00');
  const [, daysText, ...clock] = match;
  const days = daysText === undefined ? everyDay : parseDays(daysText);
  if (days === null)
    return fail('write days as Mon, Tue, Wed, Thu, Fri, Sat, Sun: one, a list with commas, or Mon-Fri');
  const [startHour = 0, startPast = 0, endHour = 0, endPast = 0] = clock.map(Number);
  const startMinute = startHour * 60 + startPast;
  const endMinute = endHour * 60 + endPast;
  if (startPast > 59 || endPast > 59 || startMinute >= minutesPerDay || endMinute > minutesPerDay) {
    return fail('write times from 00:00 to 23:59; only the end may be 24:00');
  }
  if (startMinute === endMinute) return fail('let the two times differ; the whole day is 00:00-24:00');
  return succeed({ days, startMinute, endMinute: endMinute > startMinute ? endMinute : endMinute + minutesPerDay });
}

/**
 * The hours of all texts in one week: ascending, disjoint, merged. What goes past the end of Sunday stands at the
 * beginning of Monday. Texts that do not parse are left out.
 */
export function weekSpansOf(texts: readonly string[]): readonly WeekSpan[] {
  const spans: WeekSpan[] = [];
  for (const text of texts) {
    const parsed = parsePausedHours(text);
    if (!parsed.ok) continue;
    for (const day of parsed.value.days) {
      const startMinute = day * minutesPerDay + parsed.value.startMinute;
      const endMinute = day * minutesPerDay + parsed.value.endMinute;
      spans.push({ startMinute, endMinute: Math.min(endMinute, minutesPerWeek) });
      if (endMinute > minutesPerWeek) spans.push({ startMinute: 0, endMinute: endMinute - minutesPerWeek });
    }
  }
  return merge(spans);
}

/** Whether no hour of the week is left. */
export function coversWeek(texts: readonly string[]): boolean {
  const [first] = weekSpansOf(texts);
  return first?.startMinute === 0 && first.endMinute === minutesPerWeek;
}

function merge(spans: readonly WeekSpan[]): readonly WeekSpan[] {
  const merged: WeekSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.startMinute - b.startMinute)) {
    const last = merged.at(-1);
    if (last === undefined || last.endMinute < span.startMinute) merged.push(span);
    else merged[merged.length - 1] = { ...last, endMinute: Math.max(last.endMinute, span.endMinute) };
  }
  return merged;
}

/** Numbers of the days, each once, ascending; null when a part is none. */
function parseDays(text: string): readonly number[] | null {
  const days = new Set<number>();
  for (const part of text.split(',')) {
    const [first, last = first, ...more] = part
      .split(/[-–]/)
      .map((name) => dayNames.indexOf(name.trim().toLowerCase()));
    if (first === undefined || last === undefined || first === -1 || last === -1 || more.length > 0) return null;
    const count = ((last - first + 7) % 7) + 1;
    for (let step = 0; step < count; step++) days.add((first + step) % 7);
  }
  return [...days].sort((a, b) => a - b);
}

import type { TimeWindow } from './time-window.ts';

export interface Day {
  /** Its beginning in the reader's time zone, also where that is out of sight. */
  readonly startsAt: number;
  readonly endsAt: number;
}

/** The days that are in sight, by the reader's time zone; one that is an hour short or long is so here, too. */
export function daysIn({ from, to }: TimeWindow): readonly Day[] {
  const days: Day[] = [];
  for (let startsAt = midnightBefore(from); startsAt < to; ) {
    const endsAt = nextMidnight(startsAt);
    days.push({ startsAt, endsAt });
    startsAt = endsAt;
  }
  return days;
}

function midnightBefore(at: number): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

function nextMidnight(at: number): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1).getTime();
}

const stepsHours = [1, 2, 3, 6, 12] as const;

/** Whole hours between midnights, at most so many; none where only days have room. */
export function hoursIn(window: TimeWindow, maxCount: number): readonly number[] {
  const spanHours = (window.to - window.from) / 3_600_000;
  const step = stepsHours.find((hours) => spanHours / hours <= maxCount);
  if (step === undefined) return [];
  return daysIn(window)
    .flatMap(({ startsAt }) => hoursOfDay(startsAt, step))
    .filter((at) => at >= window.from && at < window.to);
}

function hoursOfDay(midnight: number, step: number): readonly number[] {
  const date = new Date(midnight);
  const [year, month, day] = [date.getFullYear(), date.getMonth(), date.getDate()];
  return Array.from({ length: Math.ceil(24 / step) - 1 }, (_, index) =>
    new Date(year, month, day, (index + 1) * step).getTime(),
  );
}

import { parsePausedHours, weekSpansOf } from '@dropwise/core';

/** Hours as a form holds them. */
export interface Hours {
  /** 0 = Monday. */
  readonly days: readonly number[];
  /** `22:00`. */
  readonly from: string;
  /** `07:00`; midnight is `00:00`. */
  readonly to: string;
}

const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const minutesPerDay = 1_440;

/** Null = it cannot be read. */
export function readHours(text: string): Hours | null {
  const parsed = parsePausedHours(text);
  if (!parsed.ok) return null;
  const { days, startMinute, endMinute } = parsed.value;
  return { days, from: clock(startMinute), to: clock(endMinute % minutesPerDay) };
}

/** As the settings have it. What is not whole yet (no day, a time that is missing) becomes a text that is refused. */
export function writeHours({ days, from, to }: Hours): string {
  const end = to === '00:00' ? '24:00' : to;
  const times = `${from}-${end}`;
  if (days.length === 0) return `? ${times}`;
  return days.length === 7 ? times : `${daysText(days)} ${times}`;
}

function daysText(days: readonly number[]): string {
  const sorted = [...new Set(days)].sort((a, b) => a - b);
  const runs: number[][] = [];
  for (const day of sorted) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  return runs
    .map((run) => (run.length < 3 ? run.map(nameOf).join(',') : `${nameOf(run[0])}-${nameOf(run.at(-1))}`))
    .join(',');
}

function nameOf(day: number | undefined): string {
  return dayNames[day ?? 0] ?? dayNames[0];
}

function clock(minute: number): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
}

/** A part of a day that is drawn. Parts of the day from 0 to 1. */
export interface DaySpan {
  readonly start: number;
  readonly length: number;
}

/** Seven days, Monday first, with what of them is taken. */
export function weekOf(texts: readonly string[]): readonly (readonly DaySpan[])[] {
  const spans = weekSpansOf(texts);
  return dayNames.map((_name, day) =>
    spans.flatMap(({ startMinute, endMinute }) => {
      const start = Math.max(startMinute, day * minutesPerDay) - day * minutesPerDay;
      const end = Math.min(endMinute, (day + 1) * minutesPerDay) - day * minutesPerDay;
      return end > start ? [{ start: start / minutesPerDay, length: (end - start) / minutesPerDay }] : [];
    }),
  );
}

export function minutesOf(texts: readonly string[]): number {
  return weekSpansOf(texts).reduce((sum, { startMinute, endMinute }) => sum + endMinute - startMinute, 0);
}

/** What was written by hand, one a line. */
export function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

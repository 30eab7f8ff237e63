import type { Statistics } from '@dropwise/contract';

export const tabs = ['overview', 'claims', 'events'] as const;
export type HistoryTab = (typeof tabs)[number];

export const ranges = [7, 30, 90, 365] as const;
const usualRange = 30;
const dayMs = 86_400_000;
const minutesPerHour = 60;

export function tabFrom(param: string | undefined): HistoryTab {
  return tabs.find((tab) => tab === param) ?? 'overview';
}

export function addressOf(tab: HistoryTab, search: string): string {
  const path = tab === 'overview' ? 'history' : `history/${tab}`;
  return search === '' ? path : `${path}?${search}`;
}

/** Days that are looked at; lives in the address. */
export function daysFrom(query: URLSearchParams): number {
  return ranges.find((days) => String(days) === query.get('days')) ?? usualRange;
}

export interface Day {
  /** `2026-03-01` */
  readonly day: string;
  readonly claims: number;
  readonly confirmedHours: number;
  readonly estimatedHours: number;
}

/** Every day of the range, also those of which nothing is told. */
export function everyDay({ range, days }: Pick<Statistics, 'range' | 'days'>): readonly Day[] {
  const told = new Map(days.map((each) => [each.day, each]));
  const all: Day[] = [];
  for (let at = Date.parse(range.from); at <= Date.parse(range.to); at += dayMs) {
    const day = new Date(at).toISOString().slice(0, 10);
    const found = told.get(day);
    all.push({
      day,
      claims: found?.claims ?? 0,
      confirmedHours: (found?.confirmedMinutes ?? 0) / minutesPerHour,
      estimatedHours: (found?.estimatedMinutes ?? 0) / minutesPerHour,
    });
  }
  return all;
}

/** More days than bars can stand side by side are drawn by weeks: sums of seven, named by their first day. */
export function byWeeks(days: readonly Day[]): readonly Day[] {
  const weeks: Day[] = [];
  for (let index = days.length % 7 === 0 ? 0 : (days.length % 7) - 7; index < days.length; index += 7) {
    const week = days.slice(Math.max(0, index), index + 7);
    const [first] = week;
    if (first === undefined) continue;
    const sum = (of: (day: Day) => number) => week.reduce((total, day) => total + of(day), 0);
    weeks.push({
      day: first.day,
      claims: sum(({ claims }) => claims),
      confirmedHours: sum(({ confirmedHours }) => confirmedHours),
      estimatedHours: sum(({ estimatedHours }) => estimatedHours),
    });
  }
  return weeks;
}

/** The middle of a day of the console, so that no time zone turns it into its neighbour when it is written with `UTC`. */
export function instantOf(day: string): number {
  return Date.parse(day) + dayMs / 2;
}

export interface Named {
  readonly key: string;
  readonly name: string;
  readonly under: string | null;
  readonly claims: number;
  readonly confirmedMinutes: number;
  readonly estimatedMinutes: number;
}

export function gamesOf({ games }: Pick<Statistics, 'games'>): readonly Named[] {
  return games.map(({ gameName, ...rest }) => ({ key: gameName, name: gameName, under: null, ...rest }));
}

export function campaignsOf({ campaigns }: Pick<Statistics, 'campaigns'>): readonly Named[] {
  return campaigns.map(({ campaignId, campaignName, gameName, ...rest }) => ({
    key: campaignId,
    name: campaignName,
    under: gameName,
    ...rest,
  }));
}

/** What the longest bar of all stands for; bars of the two kinds of minutes have one measure. */
export function longest(items: readonly Named[]): number {
  return Math.max(
    1,
    ...items.map(({ confirmedMinutes, estimatedMinutes }) => Math.max(confirmedMinutes, estimatedMinutes)),
  );
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Strip {
  readonly kind: 'unknown' | 'up' | 'down';
  /** Parts of the whole, 0 to 1. */
  readonly share: number;
}

/** A range as strips side by side: before it is first heard of nothing is known, then it was up except where it was down. */
export function stripsOf(range: Span, downs: readonly Span[], knownSince: number): readonly Strip[] {
  const whole = range.to - range.from;
  if (whole <= 0) return [];
  const strips: Strip[] = [];
  const add = (kind: Strip['kind'], from: number, to: number) => {
    if (to > from) strips.push({ kind, share: (to - from) / whole });
  };
  let at = Math.max(range.from, Math.min(knownSince, range.to));
  add('unknown', range.from, at);
  for (const { from, to } of downs) {
    add('up', at, Math.min(from, range.to));
    add('down', Math.max(at, from), Math.min(to, range.to));
    at = Math.max(at, Math.min(to, range.to));
  }
  add('up', at, range.to);
  return strips;
}

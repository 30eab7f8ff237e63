import type { ChannelId } from '@dropwise/kit';
import { minuteMs, type Sighted, type Sightings, sightedOf } from './sightings.ts';
import { hourOfWeek, hoursOfWeek, readWeek, type WeekMinutes } from './sightings-week.ts';

/** A channel on an allow list streams on 70 % of days, for one block of three to seven hours. */
export const priorChance = (0.7 * 5) / 24;
/** How slowly a stream ends, or begins: after this long 1/e of what was seen is left. */
const persistenceMs = 200 * minuteMs;

/**
 * Beta smoothing: how many minutes of its own each level needs to weigh as much as the level above it. Chosen for the
 * least log loss over made-up timetables: random, daily, four days a week, weekly, always and never on.
 */
const overallTrust = 24 * 60;
const hourOfDayTrust = 2 * 60;
const hourOfWeekTrust = 3 * 60;

/**
 * Chance (0 to 1) that a channel is live at `at`, as known at `now` (epoch ms). `liveNow` null = not looked at. What was
 * seen in this hour of the week speaks first, then this hour of every day, then the channel as a whole, then the prior.
 */
export function chanceLive(
  sightings: Sightings,
  id: ChannelId,
  liveNow: boolean | null,
  now: number,
  at: number,
): number {
  const sighted = sightedOf(sightings, id);
  const base = sighted === null ? priorChance : (weekChances(sighted, now)[hourOfWeek(at)] ?? priorChance);
  return liveNow === null ? base : persist(base, liveNow, persistence(at - now));
}

/** What is left of a state seen `passedMs` ago: 1 at once, 0 in the end. */
export function persistence(passedMs: number): number {
  return Math.exp(-Math.max(0, passedMs) / persistenceMs);
}

/** `base` pulled to the state that was seen, by as much as is left of it. */
export function persist(base: number, live: boolean, left: number): number {
  return base + ((live ? 1 : 0) - base) * left;
}

/** For each hour of the week, from Monday 00:00 UTC: the chance that the channel is live, whatever it is doing now. */
export function weekChances({ week, at }: Sighted, now: number): Float64Array {
  const minutes = readWeek(week, at * minuteMs, now);
  const ofDay = dayChances(minutes);
  const chances = new Float64Array(hoursOfWeek);
  for (let hour = 0; hour < hoursOfWeek; hour++) {
    chances[hour] = smooth(minutes.live[hour], minutes.seen[hour], ofDay[hour % 24] ?? priorChance, hourOfWeekTrust);
  }
  return chances;
}

function dayChances(minutes: WeekMinutes): Float64Array {
  const live = new Float64Array(24);
  const seen = new Float64Array(24);
  let liveInAll = 0;
  let seenInAll = 0;
  for (let hour = 0; hour < hoursOfWeek; hour++) {
    const liveMinutes = minutes.live[hour] ?? 0;
    const seenMinutes = minutes.seen[hour] ?? 0;
    live[hour % 24] = (live[hour % 24] ?? 0) + liveMinutes;
    seen[hour % 24] = (seen[hour % 24] ?? 0) + seenMinutes;
    liveInAll += liveMinutes;
    seenInAll += seenMinutes;
  }
  const overall = smooth(liveInAll, seenInAll, priorChance, overallTrust);
  return live.map((liveMinutes, hour) => smooth(liveMinutes, seen[hour], overall, hourOfDayTrust));
}

function smooth(live = 0, seen = 0, expected: number, trust: number): number {
  return (live + trust * expected) / (seen + trust);
}

import type { ChannelId } from '@dropwise/kit';
import { addSpan, emptyWeek, isWeek, type Week } from './sightings-week.ts';

/** When channels were seen live. A plain value for the memory file: at most 400 bytes a channel. */
export interface Sightings {
  /** At most `maxSighted`: the least recently seen are forgotten. */
  readonly channels: Readonly<Record<ChannelId, Sighted>>;
}

/** One channel. Times in whole minutes keep it small. */
export interface Sighted {
  /** Epoch minutes of the last look that told something. */
  readonly at: number;
  readonly live: boolean;
  /** Minutes before `at` in this state that are not in `week` yet: an hour is written when it is over. */
  readonly run: number;
  readonly week: Week;
}

export const noSightings: Sightings = { channels: {} };

export const maxSighted = 1_000;
export const minuteMs = 60_000;
/** How long a look speaks for what followed it: what was not looked at is not known. */
const longestCredit = 90;
/** A look that says the same again this soon changes nothing: its minutes are credited with the next one. */
const soon = 15;
const maxRun = 60;
/** A 31-bit integer, which takes no memory of its own. */
const maxMinute = 2 ** 30;

/**
 * One look at channels, at `now` (epoch ms). The time since the previous look of a channel counts for the state it was
 * in then, 90 minutes at most. The same object comes back when nothing worth keeping was seen.
 */
export function sight(
  sightings: Sightings,
  channels: readonly { readonly id: ChannelId; readonly live: boolean }[],
  now: number,
): Sightings {
  let changed: Record<ChannelId, Sighted> | null = null;
  for (const { id, live } of channels) {
    const before = sightedOf({ channels: changed ?? sightings.channels }, id);
    const after = lookAgain(before, live, now);
    if (after === before) continue;
    changed ??= { ...sightings.channels };
    changed[id] = after;
  }
  return changed === null ? sightings : { channels: keepLatest(changed) };
}

export function sightedOf({ channels }: Sightings, id: ChannelId): Sighted | null {
  return Object.hasOwn(channels, id) ? (channels[id] ?? null) : null;
}

/** The previous look's state holds until this one, or until its credit ends. */
function lookAgain(before: Sighted | null, live: boolean, now: number): Sighted {
  const minute = Math.floor(now / minuteMs);
  if (before === null) return { at: minute, live, run: 0, week: emptyWeek };
  const passed = minute - before.at;
  // A clock that was put back: nothing can be said of the time between.
  if (passed < 0) return { ...before, at: minute, live, run: 0 };
  const goesOn = live === before.live;
  if (goesOn && passed < soon) return before;
  const from = before.at - before.run;
  if (goesOn && passed <= longestCredit) {
    const begun = minute - (minute % maxRun);
    if (from >= begun) return { ...before, at: minute, run: minute - from };
    return { at: minute, live, run: minute - begun, week: credited(before, from, begun, now) };
  }
  const to = Math.min(minute, before.at + longestCredit);
  return { at: minute, live, run: 0, week: credited(before, from, to, now) };
}

function credited({ week, live, at }: Sighted, from: number, to: number, now: number): Week {
  return from < to ? addSpan(week, { from, to, live }, at * minuteMs, now) : week;
}

function keepLatest(channels: Record<ChannelId, Sighted>): Record<ChannelId, Sighted> {
  const all = Object.entries(channels) as [ChannelId, Sighted][];
  if (all.length <= maxSighted) return channels;
  all.sort(([idA, a], [idB, b]) => b.at - a.at || (idA < idB ? -1 : 1));
  return Object.fromEntries(all.slice(0, maxSighted));
}

/** What was kept on disk. What does not fit is left out: a channel forgotten costs little. Never throws. */
export function parseSightings(value: unknown): Sightings {
  if (!isRecord(value) || !isRecord(value.channels)) return noSightings;
  const kept: [string, Sighted][] = [];
  for (const [id, found] of Object.entries(value.channels)) {
    if (/^[a-z0-9][\w-]{0,39}$/i.test(id) && isSighted(found)) {
      kept.push([id, { at: found.at, live: found.live, run: found.run, week: found.week }]);
    }
  }
  return kept.length === 0 ? noSightings : { channels: keepLatest(Object.fromEntries(kept)) };
}

function isSighted(value: unknown): value is Sighted {
  return (
    isRecord(value) &&
    isWhole(value.at, maxMinute) &&
    typeof value.live === 'boolean' &&
    isWhole(value.run, maxRun) &&
    value.run <= value.at &&
    isWeek(value.week)
  );
}

function isWhole(value: unknown, max: number): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= max;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Monday 00:00 UTC is the first. */
export const hoursOfWeek = 168;
export const hourMs = 3_600_000;
const minutesPerHour = 60;
/** Epoch hour 0 was a Thursday, 00:00. */
const firstHour = 72;

/** What was seen has lost half of its weight after this long. */
export const halfLifeMs = 6 * 7 * 24 * hourMs;

/**
 * How long a channel was looked at and how long it was live, for each hour of the week: two characters an hour, in turn
 * looked at and live; '' = nothing yet. A character is a level of ten minutes, so that a week takes 336 bytes.
 *
 * Fading is done the other way round: a minute weighs the more the later in its era of one half-life it was seen, and
 * all levels are halved when an era begins. So a level is touched only when there is something to add to it.
 */
export type Week = string;
export const emptyWeek: Week = '';

const minutesPerLevel = 10;
const maxLevel = 90;
/** Printable characters that JSON does not escape: from `#` on, without the backslash. */
const firstCode = 35;
const backslash = 92;

/** A span in one state, in epoch minutes: [from, to). */
export interface SeenSpan {
  readonly from: number;
  readonly to: number;
  readonly live: boolean;
}

/** Minutes looked at and minutes live, as much as they still weigh, by hour of the week. */
export interface WeekMinutes {
  readonly seen: Float64Array;
  readonly live: Float64Array;
}

/** 0 to 167. */
export function hourOfWeek(instant: number): number {
  const hour = (Math.floor(instant / hourMs) + firstHour) % hoursOfWeek;
  return hour < 0 ? hour + hoursOfWeek : hour;
}

/** The week with the span added; `writtenAt` and `now` are epoch ms: when it was last written, and the present. */
export function addSpan(week: Week, span: SeenSpan, writtenAt: number, now: number): Week {
  const levels = fadedLevels(week, eraOf(now) - eraOf(writtenAt));
  const weight = weightAt(now, eraOf(now));
  let from = span.from;
  while (from < span.to) {
    const to = Math.min(span.to, (Math.floor(from / minutesPerHour) + 1) * minutesPerHour);
    addLevel(levels, hourOfWeek(from * 60_000), ((to - from) * weight) / minutesPerLevel, span.live);
    from = to;
  }
  return formatLevels(levels);
}

/** An hour that is full keeps its ratio: what it holds makes room for what comes. */
function addLevel(levels: number[], hour: number, weighted: number, live: boolean): void {
  const added = Math.round(weighted);
  const seen = (levels[2 * hour] ?? 0) + added;
  const liveSeen = (levels[2 * hour + 1] ?? 0) + (live ? added : 0);
  const scale = seen > maxLevel ? maxLevel / seen : 1;
  levels[2 * hour] = Math.round(seen * scale);
  levels[2 * hour + 1] = Math.round(liveSeen * scale);
}

/** What the week says at `now`. */
export function readWeek(week: Week, writtenAt: number, now: number): WeekMinutes {
  const seen = new Float64Array(hoursOfWeek);
  const live = new Float64Array(hoursOfWeek);
  const minutes = minutesPerLevel / weightAt(Math.max(now, writtenAt), eraOf(writtenAt));
  for (let hour = 0; 2 * hour < week.length; hour++) {
    seen[hour] = levelOf(week.charCodeAt(2 * hour)) * minutes;
    live[hour] = levelOf(week.charCodeAt(2 * hour + 1)) * minutes;
  }
  return { seen, live };
}

/** Whether a text from disk is a week: nothing seen live that was not looked at. */
export function isWeek(text: unknown): text is Week {
  if (typeof text !== 'string') return false;
  if (text === emptyWeek) return true;
  if (text.length !== 2 * hoursOfWeek) return false;
  for (let hour = 0; hour < hoursOfWeek; hour++) {
    const seen = text.charCodeAt(2 * hour);
    const live = text.charCodeAt(2 * hour + 1);
    if (!isLevelCode(seen) || !isLevelCode(live) || levelOf(live) > levelOf(seen)) return false;
  }
  return true;
}

function eraOf(instant: number): number {
  return Math.floor(instant / halfLifeMs);
}

/** 1 at the beginning of the era, 2 at its end. */
function weightAt(instant: number, era: number): number {
  return 2 ** (instant / halfLifeMs - era);
}

function fadedLevels(week: Week, eras: number): number[] {
  const levels = new Array<number>(2 * hoursOfWeek).fill(0);
  const share = 2 ** -Math.max(0, eras);
  for (let index = 0; index < week.length; index++) levels[index] = Math.floor(levelOf(week.charCodeAt(index)) * share);
  return levels;
}

function formatLevels(levels: readonly number[]): Week {
  return String.fromCharCode(...levels.map((level) => firstCode + level + (firstCode + level >= backslash ? 1 : 0)));
}

function levelOf(code: number): number {
  return code - firstCode - (code > backslash ? 1 : 0);
}

function isLevelCode(code: number): boolean {
  return code >= firstCode && code !== backslash && levelOf(code) <= maxLevel;
}

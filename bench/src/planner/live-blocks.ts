import { createRandom } from '@dropwise/kit';

export const minutesADay = 1_440;
/** The step of the replay: everything happens at whole multiples of it. */
export const stepMinutes = 5;

const shareOfDays = 0.7;
const shortestMinutes = 3 * 60;
const longestMinutes = 7 * 60;

/** How much of the time a channel is live, over a long time. */
export const liveShare: number = (shareOfDays * (shortestMinutes + longestMinutes)) / 2 / minutesADay;

/** [start, end) in minutes. */
export type MinuteSpan = readonly [start: number, end: number];

/**
 * When the channel streams on a day (days since 1970, UTC), in minutes of that day; it may run past midnight. Drawn from
 * the two numbers, so that a channel is live at the same times in every world. Null = it rests.
 */
export function liveBlockOf(channel: number, day: number): MinuteSpan | null {
  const random = createRandom(mixBits(mixBits(channel * 7_919 + day)));
  if (random() >= shareOfDays) return null;
  const lengths = (longestMinutes - shortestMinutes) / stepMinutes + 1;
  const length = shortestMinutes + Math.floor(random() * lengths) * stepMinutes;
  const start = Math.floor(random() * (minutesADay / stepMinutes)) * stepMinutes;
  return [start, start + length];
}

/** When the channel is live in `days` days from `firstDay`, in minutes from its start: ascending, disjoint, cut to them. */
export function liveSpansOf(channel: number, firstDay: number, days: number): readonly MinuteSpan[] {
  const spans: MinuteSpan[] = [];
  let free = 0;
  for (let day = -1; day < days; day++) {
    const block = liveBlockOf(channel, firstDay + day);
    if (block === null) continue;
    const start = Math.max(free, block[0] + day * minutesADay);
    const end = Math.min(days * minutesADay, block[1] + day * minutesADay);
    if (start < end) spans.push([start, end]);
    free = Math.max(free, end);
  }
  return spans;
}

/** The last step of MurmurHash3 (Austin Appleby, public domain): every bit in changes about half of those out. */
export function mixBits(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

import type { Span } from './plan-request.ts';

const minuteMs = 60_000;
/** Sums of minutes may go past an instant by a hair. */
const roundingMs = 1;

/**
 * Time as the planner counts it: minutes that can be mined from `now` on. A pause has no length in it, so that slack and
 * fit are plain sums.
 */
export interface MiningTime {
  /** Mined minutes from now to the instant (epoch ms); below zero before now. */
  minutesAt(instant: number): number;
  /** The instant (epoch ms) at which so many minutes can have been mined; where a pause lies there, its end. */
  instantAt(minutes: number): number;
  /** The instant (epoch ms) by which so many minutes have been mined; where a pause lies there, its begin. */
  endAt(minutes: number): number;
}

/** `pauses`: ascending, disjoint. What lies before `now` does not count. */
export function createMiningTime(now: number, pauses: readonly Span[]): MiningTime {
  const ahead = pauses
    .filter((pause) => pause.endsAt > now)
    .map((pause) => ({ startsAt: Math.max(pause.startsAt, now), endsAt: pause.endsAt }));
  if (ahead.length === 0) {
    return {
      minutesAt: (instant) => (instant - now) / minuteMs,
      instantAt: (minutes) => now + minutes * minuteMs,
      endAt: (minutes) => now + minutes * minuteMs,
    };
  }
  const instantAfter = (minutes: number, skips: (instant: number, pause: Span) => boolean): number => {
    let instant = now + minutes * minuteMs;
    for (const pause of ahead) {
      if (!skips(instant, pause)) break;
      instant += pause.endsAt - pause.startsAt;
    }
    return instant;
  };
  return {
    minutesAt: (instant) => (instant - now - pausedUntil(ahead, instant)) / minuteMs,
    instantAt: (minutes) => instantAfter(minutes, (instant, pause) => instant >= pause.startsAt),
    endAt: (minutes) => instantAfter(minutes, (instant, pause) => instant > pause.startsAt + roundingMs),
  };
}

function pausedUntil(pauses: readonly Span[], instant: number): number {
  let pausedMs = 0;
  for (const pause of pauses) {
    if (instant <= pause.startsAt) break;
    pausedMs += Math.min(instant, pause.endsAt) - pause.startsAt;
  }
  return pausedMs;
}

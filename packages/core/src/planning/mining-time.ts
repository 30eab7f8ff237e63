import type { Span } from './plan-request.ts';

const minuteMs = 60_000;

/**
 * Time as the planner counts it: minutes that can be mined from `now` on. A pause has no length in it, so that slack and
 * fit are plain sums.
 */
export interface MiningTime {
  /** Mined minutes from now to the instant (epoch ms); below zero before now. */
  minutesAt(instant: number): number;
  /** The instant (epoch ms) at which so many minutes can have been mined; where a pause lies there, its end. */
  instantAt(minutes: number): number;
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
    };
  }
  return {
    minutesAt: (instant) => (instant - now - pausedUntil(ahead, instant)) / minuteMs,
    instantAt: (minutes) => {
      let instant = now + minutes * minuteMs;
      for (const pause of ahead) {
        if (instant < pause.startsAt) break;
        instant += pause.endsAt - pause.startsAt;
      }
      return instant;
    },
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

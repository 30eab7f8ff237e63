import type { RampStage } from '../plan/plan-settings.ts';
import type { Roster } from '../plan/roster.ts';

/**
 * A number at once that follows straight lines from 0 through the stages, and stays where the last one ends. Place k is
 * open while more than k are wanted: going down, those who took the last places leave first.
 */
export function planRamp(stages: readonly RampStage[], roster: Roster, nextStayMs: () => number): void {
  const corners = cornersOf(stages);
  const places = Math.max(0, ...stages.map(({ viewers }) => viewers));
  for (let place = 0; place < places; place++) {
    for (const { fromMs, toMs } of openings(corners, place)) roster.fillPlace(fromMs, toMs, nextStayMs);
  }
}

interface Corner {
  readonly atMs: number;
  readonly viewers: number;
}

function cornersOf(stages: readonly RampStage[]): readonly Corner[] {
  const corners: Corner[] = [{ atMs: 0, viewers: 0 }];
  let atMs = 0;
  for (const { viewers, overMs } of stages) {
    atMs += overMs;
    corners.push({ atMs, viewers });
  }
  return corners;
}

/** When the line is above `place`: it is crossed upwards to open it, downwards to close it. */
function openings(corners: readonly Corner[], place: number): { fromMs: number; toMs: number }[] {
  const found: { fromMs: number; toMs: number }[] = [];
  let openedAtMs: number | null = null;
  for (let i = 1; i < corners.length; i++) {
    const from = corners[i - 1] as Corner;
    const to = corners[i] as Corner;
    if (openedAtMs === null && to.viewers > place) openedAtMs = crossing(from, to, place);
    else if (openedAtMs !== null && to.viewers <= place) {
      found.push({ fromMs: openedAtMs, toMs: crossing(from, to, place) });
      openedAtMs = null;
    }
  }
  if (openedAtMs !== null) found.push({ fromMs: openedAtMs, toMs: Infinity });
  return found;
}

function crossing(from: Corner, to: Corner, viewers: number): number {
  return from.atMs + ((to.atMs - from.atMs) * (viewers - from.viewers)) / (to.viewers - from.viewers);
}

import { createRandom, type Random } from '@dropwise/kit';
import { createStaySampler } from '../distributions/index.ts';
import { planArrivals } from '../shapes/arrival-rate.ts';
import { byJoining, type LoadPlan, type PlannedViewer, peakOf } from './load-plan.ts';
import { endlessPlanMs, Roster, seedOf } from './roster.ts';

/**
 * The plan from `nowMs` on with another number of viewers at once: what has happened stays. Too many, and those who
 * joined last leave now; too few, and others join, one every 10 ms. A ramp ends with it; arrivals go on below the new limit.
 * Made of the whole plan, not of a shard's: every shard that does the same gets its part of the same.
 */
export function changeViewers(plan: LoadPlan, nowMs: number, viewers: number): LoadPlan {
  const random = createRandom(seedOf(plan.seed, plan.nextIndex));
  const roster = new Roster(plan.seed, plan.endsAtMs ?? endlessPlanMs, plan.nextIndex);
  const joined = sendSurplusAway(
    plan.viewers.filter(({ joinAtMs }) => joinAtMs <= nowMs),
    nowMs,
    viewers,
  );
  const turnedAwayAtMs = [
    ...plan.turnedAwayAtMs.filter((atMs) => atMs <= nowMs),
    ...planRest(plan, { nowMs, viewers, present: joined.filter((viewer) => isThere(viewer, nowMs)) }, roster, random),
  ];
  const all = [...joined, ...roster.sorted()].sort(byJoining);
  return { ...plan, viewers: all, peakViewers: peakOf(all), turnedAwayAtMs, nextIndex: roster.nextIndex };
}

interface Change {
  readonly nowMs: number;
  readonly viewers: number;
  readonly present: readonly PlannedViewer[];
}

const joinEveryMs = 10;

/** Adds who is still to come, and returns when one is turned away. */
function planRest({ load }: LoadPlan, change: Change, roster: Roster, random: Random): readonly number[] {
  const nextStayMs = createStaySampler(load.stay, random);
  if (load.shape === 'arrival-rate') {
    const arrivals = {
      fromMs: change.nowMs,
      viewersPerMinute: load.viewersPerMinute,
      maxViewers: change.viewers,
      presentUntilMs: change.present.map(({ leaveAtMs }) => leaveAtMs ?? Infinity),
    };
    return planArrivals(arrivals, roster, nextStayMs, random);
  }
  for (const { leaveAtMs } of change.present) {
    if (leaveAtMs !== null) roster.fillPlace(leaveAtMs, Infinity, nextStayMs);
  }
  for (let place = change.present.length; place < change.viewers; place++) {
    const joinAtMs = change.nowMs + (place - change.present.length) * joinEveryMs;
    roster.fillPlace(joinAtMs, Infinity, nextStayMs);
  }
  return [];
}

/** @param joined sorted by joining. */
function sendSurplusAway(joined: readonly PlannedViewer[], nowMs: number, viewers: number): readonly PlannedViewer[] {
  let places = viewers;
  return joined.map((viewer) => {
    if (!isThere(viewer, nowMs)) return viewer;
    places--;
    return places >= 0 ? viewer : { ...viewer, leaveAtMs: nowMs };
  });
}

function isThere({ leaveAtMs }: PlannedViewer, nowMs: number): boolean {
  return leaveAtMs === null || leaveAtMs > nowMs;
}

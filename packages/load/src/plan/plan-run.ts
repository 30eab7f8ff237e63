import { assertNever, createRandom } from '@dropwise/kit';
import { createStaySampler } from '../distributions/index.ts';
import { planArrivals } from '../shapes/arrival-rate.ts';
import { planConstant } from '../shapes/constant.ts';
import { planRamp } from '../shapes/ramp.ts';
import { type LoadPlan, peakOf } from './load-plan.ts';
import { findPlanProblems } from './plan-problems.ts';
import type { PlanSettings } from './plan-settings.ts';
import { endlessPlanMs, Roster } from './roster.ts';

/** The same settings and seed give the same plan, on every machine. Throws what `findPlanProblems` would have said. */
export function planRun(settings: PlanSettings, seed: number): LoadPlan {
  const [problem] = findPlanProblems(settings);
  if (problem !== undefined) throw new RangeError(problem);
  const roster = new Roster(seed, settings.durationMs ?? endlessPlanMs, 0);
  const turnedAwayAtMs = fillRoster(settings, seed, roster);
  const viewers = roster.sorted();
  return {
    seed,
    load: settings.load,
    viewers,
    endsAtMs: settings.durationMs,
    peakViewers: peakOf(viewers),
    turnedAwayAtMs,
    nextIndex: roster.nextIndex,
  };
}

function fillRoster(settings: PlanSettings, seed: number, roster: Roster): readonly number[] {
  const random = createRandom(seed);
  const { load, viewers } = settings;
  const nextStayMs = createStaySampler(load.stay, random);
  switch (load.shape) {
    case 'constant':
      planConstant({ viewers, fromMs: 0, joinOverMs: load.joinOverMs }, roster, nextStayMs);
      return [];
    case 'ramp':
      planRamp(load.stages, roster, nextStayMs);
      return [];
    case 'arrival-rate':
      return planArrivals(
        { fromMs: 0, viewersPerMinute: load.viewersPerMinute, maxViewers: viewers, presentUntilMs: [] },
        roster,
        nextStayMs,
        random,
      );
    default:
      return assertNever(load);
  }
}

import { assertNever } from '@dropwise/kit';
import { meanStayMs, shortestStayMs } from '../distributions/index.ts';
import type { LoadSettings, PlanSettings, RampStage, StaySettings } from './plan-settings.ts';
import { endlessPlanMs, maxPlannedViewers } from './roster.ts';

/** Why there can be no such plan, a sentence each; empty = there can. */
export function findPlanProblems(settings: PlanSettings): readonly string[] {
  const problems = [
    ...findNumberProblems(settings),
    ...findShapeProblems(settings.load, settings.viewers),
    ...findStayProblems(settings.load.stay),
  ];
  return problems.length > 0 ? problems : findSizeProblems(settings);
}

function findNumberProblems({ viewers, durationMs }: PlanSettings): string[] {
  const problems: string[] = [];
  if (!Number.isInteger(viewers) || viewers < 1)
    problems.push(`viewers: expected a whole number from 1, not ${viewers}`);
  if (durationMs !== null) problems.push(...positive('the duration', durationMs));
  return problems;
}

function findShapeProblems(load: LoadSettings, viewers: number): string[] {
  switch (load.shape) {
    case 'constant':
      return notNegative('the time to join', load.joinOverMs);
    case 'ramp':
      return findStageProblems(load.stages, viewers);
    case 'arrival-rate':
      return positive('viewers a minute', load.viewersPerMinute);
    default:
      return assertNever(load);
  }
}

function findStageProblems(stages: readonly RampStage[], viewers: number): string[] {
  if (stages.length === 0) return ['a ramp needs at least one stage'];
  return stages.flatMap((stage, index) => {
    const name = `stage ${index + 1} of the ramp`;
    const problems = notNegative(`the time of ${name}`, stage.overMs);
    if (!Number.isInteger(stage.viewers) || stage.viewers < 0) {
      problems.push(`${name}: expected a whole number of viewers from 0, not ${stage.viewers}`);
    }
    if (stage.viewers > viewers) {
      problems.push(
        `${name} goes to ${stage.viewers} viewers, and at most ${viewers} are allowed at once: raise viewers`,
      );
    }
    return problems;
  });
}

function findStayProblems(stay: StaySettings): string[] {
  switch (stay.kind) {
    case 'to-the-end':
      return [];
    case 'fixed':
      return stayOf('the stay', stay.ms);
    case 'exponential':
      return stayOf('the mean stay', stay.meanMs);
    case 'lognormal':
      return [...stayOf('the median stay', stay.medianMs), ...notNegative('sigma of the stay', stay.sigma)];
    case 'quantiles':
      return findQuantileProblems(stay.quantilesMs);
    default:
      return assertNever(stay);
  }
}

function findQuantileProblems(quantilesMs: readonly number[]): string[] {
  if (quantilesMs.length < 2)
    return ['the quantiles of the stay: at least two are needed, the shortest and the longest'];
  if (quantilesMs.some((ms, index) => index > 0 && ms < (quantilesMs[index - 1] ?? 0))) {
    return ['the quantiles of the stay: each must be at least the one before it'];
  }
  return quantilesMs.flatMap((ms, index) => notNegative(`quantile ${index + 1} of the stay`, ms));
}

/** What the plan would hold on average, so that it is refused with the arithmetic and not made. */
function findSizeProblems({ viewers, durationMs, load }: PlanSettings): string[] {
  const horizonMs = durationMs ?? endlessPlanMs;
  const stayMs = Math.max(meanStayMs(load.stay), shortestStayMs);
  const planned =
    load.shape === 'arrival-rate'
      ? (load.viewersPerMinute * horizonMs) / 60_000
      : viewers * (1 + (stayMs === Infinity ? 0 : horizonMs / stayMs));
  if (planned <= maxPlannedViewers) return [];
  const span = `${durationMs === null ? 'an endless run, planned for 24 hours,' : `a run of ${seconds(durationMs)}`}`;
  const what =
    load.shape === 'arrival-rate'
      ? `${load.viewersPerMinute} viewers a minute`
      : `${viewers} at once who stay ${seconds(stayMs)} on average`;
  return [
    `${span} with ${what} would have about ${Math.round(planned).toLocaleString('en')} viewers, more than ` +
      `${maxPlannedViewers.toLocaleString('en')}: lower their number, lengthen their stay, or shorten the run`,
  ];
}

function seconds(ms: number): string {
  return `${Math.round(ms / 1000).toLocaleString('en')} s`;
}

function stayOf(what: string, ms: number): string[] {
  if (ms >= shortestStayMs && Number.isFinite(ms)) return [];
  return [`${what}: expected at least ${shortestStayMs} ms, not ${ms}`];
}

function positive(what: string, value: number): string[] {
  return value > 0 && Number.isFinite(value) ? [] : [`${what}: expected more than 0, not ${value}`];
}

function notNegative(what: string, value: number): string[] {
  return value >= 0 && Number.isFinite(value) ? [] : [`${what}: expected 0 or more, not ${value}`];
}

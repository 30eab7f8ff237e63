import { minuteMs, noon } from '../../drops/testing/build.ts';
import type { Forecast, Plan } from '../plan.ts';
import { planDrops } from '../plan-drops.ts';
import type { PlanRequest } from '../plan-request.ts';
import { type CampaignSketch, request } from './worlds.ts';

/** For tests only: a plan in words, times in minutes from `noon`. */

export interface Told {
  readonly forecasts: Readonly<Record<string, string>>;
  readonly slots: readonly string[];
  readonly order: readonly string[];
}

/** What is planned in a world. */
export function plan(campaigns: Readonly<Record<string, CampaignSketch>>, change: Partial<PlanRequest> = {}): Told {
  const made = planDrops(request(campaigns, change));
  return { forecasts: forecastsOf(made), slots: slotsOf(made), order: made.order };
}

/** What becomes of each drop, by its id. */
export function forecastsOf(plan: Plan): Readonly<Record<string, string>> {
  return Object.fromEntries(plan.forecasts.map(({ dropId, forecast }) => [dropId, wordsOf(forecast)]));
}

function wordsOf(forecast: Forecast): string {
  switch (forecast.kind) {
    case 'onTrack':
      return `on track at ${minuteOf(forecast.finishesAt)}, ${forecast.slackMinutes} to spare`;
    case 'atRisk': {
      const when = forecast.finishesAt === null ? 'waits' : `at ${minuteOf(forecast.finishesAt)}`;
      const chance = forecast.chance === 1 ? '' : `, chance ${Math.round(forecast.chance * 100)} %`;
      return `at risk ${when}, ${forecast.slackMinutes} to spare${chance}`;
    }
    case 'later':
      return `later, ${forecast.neededMinutes} needed`;
    case 'givenUp':
      return forecast.forCampaignIds.length === 0 ? 'given up' : `given up for ${forecast.forCampaignIds.join(', ')}`;
    case 'impossible': {
      const missing = forecast.missingMinutes === 0 ? '' : `, ${forecast.missingMinutes} missing`;
      return `impossible: ${forecast.why}${missing}`;
    }
  }
}

/** What is watched when, and what is finished in it: `a 0-60: a-0`. */
export function slotsOf(plan: Plan): readonly string[] {
  return plan.slots.map(({ campaignId, startsAt, endsAt, finishes }) => {
    const span = `${campaignId} ${minuteOf(startsAt)}-${minuteOf(endsAt)}`;
    return finishes.length === 0 ? span : `${span}: ${finishes.join(' ')}`;
  });
}

/** Whole minutes, but for what is off by more than a second. */
export function minuteOf(instant: number): number {
  const minutes = (instant - noon) / minuteMs;
  return Math.abs(minutes - Math.round(minutes)) < 1 / 60 ? Math.round(minutes) : Math.round(minutes * 100) / 100;
}

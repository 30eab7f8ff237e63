import { campaignId } from '@dropwise/kit';
import type { FitCandidate, FitOption } from '../choose-fit.ts';
import { type Job, jobsOf } from '../job.ts';
import type { Rung } from '../ladder.ts';
import { createMiningTime } from '../mining-time.ts';
import type { PlanRequest } from '../plan-request.ts';
import { supplyAhead } from '../supply-ahead.ts';
import type { Tier } from '../wish.ts';
import { type CampaignSketch, request } from './worlds.ts';

/** For tests only: the planner's inner parts, by hand. All times in mined minutes from `noon`. */

export function jobsIn(
  campaigns: Readonly<Record<string, CampaignSketch>>,
  change: Partial<PlanRequest> = {},
): readonly Job[] {
  const asked = request(campaigns, change);
  return jobsOf(asked, createMiningTime(asked.now, asked.pauses));
}

/** The job of one campaign called `a`. */
export function jobIn(sketch: CampaignSketch, change: Partial<PlanRequest> = {}): Job {
  return only(jobsIn({ a: sketch }, change));
}

export function only<Item>(items: readonly Item[]): Item {
  const [item] = items;
  if (item === undefined || items.length > 1) throw new Error(`Expected exactly one, found ${items.length}.`);
  return item;
}

/** A job of which only its name matters. */
export function bareJob(name: string): Job {
  const supply = supplyAhead({ kind: 'always' }, 0, createMiningTime(0, []));
  return { drops: [], supply, campaignIds: [campaignId(name)], watched: false };
}

export function rung(needMinutes: number, deadline: number, worth: Partial<Record<Tier, number>> = { want: 1 }): Rung {
  return { needMinutes, deadline, worth: { must: 0, want: 0, fill: 0, ...worth }, finishes: [] };
}

/** [minutes needed, deadline, net]; no margin. */
export type OptionSketch = readonly [number, number, number];

export function optionOf([needMinutes, deadline, net]: OptionSketch): FitOption {
  return { needMinutes, deadline, before: [], net, marginMinutes: 0 };
}

export function candidate(name: string, options: readonly OptionSketch[], releaseAt = 0): FitCandidate {
  return { job: bareJob(name), options: options.map(optionOf), releaseAt };
}

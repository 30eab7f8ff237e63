import type { CampaignId, DropId } from '@dropwise/kit';
import type { Drop } from '../drops/campaign.ts';
import type { WhyNotCode } from '../drops/why-not-reasons.ts';
import { isToWatch, type Job } from './job.ts';
import { advance, creditedDrops, nextWindowChange, startProgress } from './ladder.ts';
import type { MiningTime } from './mining-time.ts';
import type { DropForecast, Forecast, PlanSlot } from './plan.ts';
import type { PlanCampaign, PlanRequest } from './plan-request.ts';
import type { Simulation } from './simulate.ts';

/** Less time to spare than this, or than a tenth of what is needed, is a risk. */
const safeSlackMinutes = 30;
const safeSlackShare = 0.1;
/** Where somebody must stream, this many times the needed minutes must be expected for the drop to be safe. */
const safeSupply = 1.5;
/** A live block is about this long: for less, one of them is enough. */
const blockMinutes = 300;
/** So many campaigns are named at most as reason for giving up. */
const maxRivals = 5;

export interface ForecastParts {
  readonly request: PlanRequest;
  readonly time: MiningTime;
  /** Where the plan ends, in mined minutes from now. */
  readonly horizonMinutes: number;
  readonly jobs: readonly Job[];
  readonly simulation: Simulation;
  readonly slots: readonly PlanSlot[];
}

interface Forecasting extends ForecastParts {
  /** Rivals by campaign and window: mostly the same for all drops of a campaign. */
  readonly rivals: Map<string, readonly CampaignId[]>;
}

/** What becomes of every drop that is not earned yet, in the order of the request. */
export function forecastDrops(asked: ForecastParts): readonly DropForecast[] {
  const parts: Forecasting = { ...asked, rivals: new Map() };
  const places = placesOf(parts.jobs);
  const forecasts: DropForecast[] = [];
  for (const planned of parts.request.campaigns) {
    planned.campaign.drops.forEach((drop, index) => {
      if (drop.claim.kind !== 'unclaimed' || (drop.requiredMinutes > 0 && !isToWatch(drop))) return;
      const place = places.get(planned.campaign.id)?.get(drop.id);
      const forecast = blockedForecast(planned, index) ?? timedForecast(parts, planned, drop, place);
      forecasts.push({ campaignId: planned.campaign.id, dropId: drop.id, forecast });
    });
  }
  return forecasts;
}

/** Where a drop is found in the jobs. */
interface Place {
  readonly job: Job;
  readonly index: number;
  /** Which drops are finished if nothing but the job is watched. */
  readonly alone: ReadonlySet<number>;
}

function placesOf(jobs: readonly Job[]): ReadonlyMap<CampaignId, ReadonlyMap<DropId, Place>> {
  const places = new Map<CampaignId, Map<DropId, Place>>();
  for (const job of jobs) {
    const alone = reachAlone(job);
    for (const id of job.campaignIds) places.set(id, new Map());
    job.drops.forEach((drop, index) => {
      places.get(drop.campaignId)?.set(drop.id, { job, index, alone });
    });
  }
  return places;
}

function blockedForecast(planned: PlanCampaign, index: number): Forecast | null {
  const block = planned.blocks[index] ?? null;
  if (block !== null) return impossible(block);
  if (planned.campaign.expired) return impossible('expired');
  return planned.wishes[index] === 'never' ? impossible('wished-never') : null;
}

function impossible(why: WhyNotCode, missingMinutes = 0): Forecast {
  return { kind: 'impossible', why, missingMinutes };
}

function timedForecast(parts: Forecasting, planned: PlanCampaign, drop: Drop, place: Place | undefined): Forecast {
  if (place === undefined) return impossible(drop.requiredMinutes === 0 ? 'subscription-only' : 'expired');
  const { job, index } = place;
  const finishedAt = parts.simulation.finishedAt(job, index);
  const goal = job.drops[index];
  if (goal === undefined) return impossible('expired');
  if (!place.alone.has(index) && finishedAt === null) return whyNever(parts, planned, drop, place);
  const needMinutes = chainMinutes(job, index, (each) => job.drops[each]?.neededMinutes ?? 0);
  const expected = job.supply.expectedMinutes(Math.max(0, goal.opensAt), goal.closesAt);
  if (finishedAt !== null) {
    const slack = job.supply.expectedMinutes(finishedAt, goal.closesAt);
    const isSafe =
      slack >= Math.max(safeSlackMinutes, needMinutes * safeSlackShare) &&
      (job.supply.always || expected >= needMinutes * safeSupply);
    const finishesAt = parts.time.endAt(finishedAt);
    // Sums of minutes may miss a whole one by a hair.
    const slackMinutes = Math.max(0, Math.floor(slack + 1e-6));
    return isSafe
      ? { kind: 'onTrack', finishesAt, slackMinutes }
      : {
          kind: 'atRisk',
          finishesAt,
          slackMinutes,
          chance: job.supply.always ? 1 : chanceOf(expected, needMinutes),
        };
  }
  const leftMinutes = chainMinutes(job, index, (each) => parts.simulation.leftMinutes(job, each));
  if (leftMinutes <= job.supply.expectedMinutes(Math.max(parts.horizonMinutes, goal.opensAt), goal.closesAt)) {
    return { kind: 'later', neededMinutes: Math.ceil(leftMinutes) };
  }
  if (!job.supply.always && !isEverLikely(job, goal.opensAt, goal.closesAt)) {
    if (expected < 1) return impossible('no-live-channel');
    const slackMinutes = Math.floor(expected - needMinutes);
    return { kind: 'atRisk', finishesAt: null, slackMinutes, chance: chanceOf(expected, needMinutes) };
  }
  return { kind: 'givenUp', forCampaignIds: rivalsOf(parts, planned, drop) };
}

/** The drops that are finished by watching nothing but the job. */
function reachAlone(job: Job): ReadonlySet<number> {
  const end = job.drops.reduce((last, drop) => Math.max(last, drop.closesAt), 0);
  return new Set(finishTimes(job, end).keys());
}

/** When each drop is finished, were nothing else watched until `end`; by position, those that are not left out. */
function finishTimes(job: Job, end: number): ReadonlyMap<number, number> {
  const times = new Map<number, number>();
  const progress = startProgress(job);
  for (let at = 0; at < end; ) {
    let until = Math.min(end, nextWindowChange(job, progress.leftMinutes, at));
    for (const index of creditedDrops(job, progress.leftMinutes, at)) {
      until = Math.min(until, at + (progress.leftMinutes[index] ?? 0));
    }
    for (const index of advance(job, progress, at, until - at)) times.set(index, until);
    at = until;
  }
  return times;
}

function whyNever(parts: Forecasting, planned: PlanCampaign, drop: Drop, { job, index }: Place): Forecast {
  const { now } = parts.request;
  if (Math.min(planned.campaign.endsAt, drop.endsAt) <= now) return impossible('expired');
  const needed = chainOf(job, index);
  if (needed.some((each) => job.drops[each]?.after.some((before) => before < 0)))
    return impossible('precondition-open');
  const closesAt = job.drops[index]?.closesAt ?? 0;
  if (closesAt <= 0) return impossible('paused');
  // Were its end no matter: how much later than that would it be finished?
  const late = {
    ...job,
    drops: job.drops.map((each, at) => (needed.includes(at) ? { ...each, closesAt: 1e9 } : each)),
  };
  const finishedAt = finishTimes(late, 1e9).get(index);
  return impossible('too-late', finishedAt === undefined ? 0 : Math.max(0, Math.ceil(finishedAt - closesAt)));
}

/** The drop and everything that must be earned before it. */
function chainOf(job: Job, index: number): readonly number[] {
  const chain = new Set([index]);
  for (const each of chain) for (const before of job.drops[each]?.after ?? []) if (before >= 0) chain.add(before);
  return [...chain];
}

/** Minutes of the drop and of the longest chain of those before it. */
function chainMinutes(job: Job, index: number, minutesOf: (index: number) => number, path = new Set<number>()): number {
  if (path.has(index)) return 0;
  path.add(index);
  let longest = 0;
  for (const before of job.drops[index]?.after ?? []) {
    if (before >= 0) longest = Math.max(longest, chainMinutes(job, before, minutesOf, path));
  }
  path.delete(index);
  return minutesOf(index) + longest;
}

/** Hours of which somebody is likelier live than not: without one no time can be set aside, and it waits for its chance. */
function isEverLikely(job: Job, opensAt: number, closesAt: number): boolean {
  for (let at = Math.max(0, opensAt); at < closesAt && at < maxLookMinutes; at += 60) {
    if (job.supply.isLikely(at)) return true;
  }
  return false;
}

const maxLookMinutes = 14 * 24 * 60;

/** Live time comes in blocks: the chance that one comes that is long enough, were they to come at random. */
function chanceOf(expectedMinutes: number, needMinutes: number): number {
  return 1 - Math.exp(-expectedMinutes / Math.max(needMinutes, blockMinutes));
}

/** The campaigns that take most of the drop's time. */
function rivalsOf(parts: Forecasting, planned: PlanCampaign, drop: Drop): readonly CampaignId[] {
  const from = Math.max(parts.request.now, planned.campaign.startsAt, drop.startsAt);
  const to = Math.min(planned.campaign.endsAt, drop.endsAt);
  const key = `${planned.campaign.id} ${from} ${to}`;
  const known = parts.rivals.get(key);
  if (known !== undefined) return known;
  const takenMs = new Map<CampaignId, number>();
  for (const slot of parts.slots) {
    if (slot.startsAt >= to) break;
    const shared = Math.min(slot.endsAt, to) - Math.max(slot.startsAt, from);
    if (shared <= 0 || slot.campaignId === planned.campaign.id) continue;
    takenMs.set(slot.campaignId, (takenMs.get(slot.campaignId) ?? 0) + shared);
  }
  const rivals = [...takenMs]
    .sort((a, b) => b[1] - a[1])
    .slice(0, maxRivals)
    .map(([campaignId]) => campaignId);
  parts.rivals.set(key, rivals);
  return rivals;
}

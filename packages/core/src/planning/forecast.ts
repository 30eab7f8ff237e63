import type { CampaignId } from '@dropwise/kit';
import type { Drop } from '../drops/campaign.ts';
import type { WhyNotCode } from '../drops/why-not-reasons.ts';
import { isToWatch, type Job } from './job.ts';
import { ladderFrom, startProgress } from './ladder.ts';
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
  readonly jobs: readonly Job[];
  readonly simulation: Simulation;
  readonly slots: readonly PlanSlot[];
}

/** What becomes of every drop that is not earned yet, in the order of the request. */
export function forecastDrops(parts: ForecastParts): readonly DropForecast[] {
  const places = new Map<string, { job: Job; index: number }>();
  for (const job of parts.jobs) {
    job.drops.forEach((drop, index) => {
      places.set(`${drop.campaignId} ${drop.id}`, { job, index });
    });
  }
  const forecasts: DropForecast[] = [];
  for (const planned of parts.request.campaigns) {
    planned.campaign.drops.forEach((drop, index) => {
      if (drop.claim.kind !== 'unclaimed' || (drop.requiredMinutes > 0 && !isToWatch(drop))) return;
      const place = places.get(`${planned.campaign.id} ${drop.id}`);
      const forecast = blockedForecast(planned, index) ?? timedForecast(parts, planned, drop, place);
      forecasts.push({ campaignId: planned.campaign.id, dropId: drop.id, forecast });
    });
  }
  return forecasts;
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

function timedForecast(
  parts: ForecastParts,
  planned: PlanCampaign,
  drop: Drop,
  place: { readonly job: Job; readonly index: number } | undefined,
): Forecast {
  if (place === undefined) return impossible(drop.requiredMinutes === 0 ? 'subscription-only' : 'expired');
  const { job, index } = place;
  const finishedAt = parts.simulation.finishedAt(job, index);
  const goal = job.drops[index];
  if (goal === undefined) return impossible('expired');
  const alone = reachAlone(job, index);
  if (alone.kind === 'never') return impossible(alone.why, alone.missingMinutes);
  const expected = job.supply.expectedMinutes(Math.max(0, goal.opensAt), goal.closesAt);
  if (finishedAt !== null) {
    const slack = job.supply.expectedMinutes(finishedAt, goal.closesAt);
    const isSafe =
      slack >= Math.max(safeSlackMinutes, alone.needMinutes * safeSlackShare) &&
      (job.supply.always || expected >= alone.needMinutes * safeSupply);
    const finishesAt = parts.time.instantAt(finishedAt);
    const slackMinutes = Math.floor(slack);
    return isSafe
      ? { kind: 'onTrack', finishesAt, slackMinutes }
      : {
          kind: 'atRisk',
          finishesAt,
          slackMinutes,
          chance: job.supply.always ? 1 : chanceOf(expected, alone.needMinutes),
        };
  }
  if (!job.supply.always && !isEverLikely(job, goal.opensAt, goal.closesAt)) {
    if (expected < 1) return impossible('no-live-channel');
    const slackMinutes = Math.floor(expected - alone.needMinutes);
    return { kind: 'atRisk', finishesAt: null, slackMinutes, chance: chanceOf(expected, alone.needMinutes) };
  }
  return { kind: 'givenUp', forCampaignIds: rivalsOf(parts, planned, drop) };
}

type Reach =
  | { readonly kind: 'reached'; readonly needMinutes: number }
  | { readonly kind: 'never'; readonly why: WhyNotCode; readonly missingMinutes: number };

/** Whether watching nothing else finishes the drop. */
function reachAlone(job: Job, index: number): Reach {
  const goal = job.drops[index];
  if (goal === undefined) return { kind: 'never', why: 'expired', missingMinutes: 0 };
  if (goal.closesAt <= 0) return { kind: 'never', why: 'expired', missingMinutes: 0 };
  const starts = [
    0,
    ...job.drops.filter((drop) => drop.place <= goal.place && drop.opensAt > 0).map((drop) => drop.opensAt),
  ];
  for (const at of new Set(starts)) {
    if (at >= goal.closesAt) continue;
    const rung = ladderFrom(job, startProgress(job), at, 'drops').find((each) => each.finishes.includes(index));
    if (rung !== undefined) return { kind: 'reached', needMinutes: rung.needMinutes };
  }
  if (goal.after.includes(-1)) return { kind: 'never', why: 'precondition-open', missingMinutes: 0 };
  const needed = chainMinutes(job, index, new Set());
  const missingMinutes = Math.max(0, Math.ceil(needed - (goal.closesAt - Math.max(0, goal.opensAt))));
  return { kind: 'never', why: 'too-late', missingMinutes };
}

function chainMinutes(job: Job, index: number, path: Set<number>): number {
  const drop = job.drops[index];
  if (drop === undefined || path.has(index)) return 0;
  path.add(index);
  const longest = Math.max(0, ...drop.after.map((before) => chainMinutes(job, before, path)));
  path.delete(index);
  return drop.neededMinutes + longest;
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
function rivalsOf(parts: ForecastParts, planned: PlanCampaign, drop: Drop): readonly CampaignId[] {
  const from = Math.max(parts.request.now, planned.campaign.startsAt, drop.startsAt);
  const to = Math.min(planned.campaign.endsAt, drop.endsAt);
  const takenMs = new Map<CampaignId, number>();
  for (const slot of parts.slots) {
    const shared = Math.min(slot.endsAt, to) - Math.max(slot.startsAt, from);
    if (shared <= 0 || slot.campaignId === planned.campaign.id) continue;
    takenMs.set(slot.campaignId, (takenMs.get(slot.campaignId) ?? 0) + shared);
  }
  return [...takenMs]
    .sort((a, b) => b[1] - a[1])
    .slice(0, maxRivals)
    .map(([campaignId]) => campaignId);
}

import { noProgress } from '../drops/progress.ts';
import { type Job, jobsOf } from './job.ts';
import { ladderFrom, type Rung } from './ladder.ts';
import { createMiningTime } from './mining-time.ts';
import type { PlanCampaign, Price } from './plan-request.ts';
import { type PlanGoal, type Tier, tiers } from './wish.ts';
import { highestPrice, totalWorth } from './worth.ts';

/** What is remembered of the price between plans. */
export interface PriceMemory {
  readonly price: Price;
  /** Epoch ms. */
  readonly learntAt: number;
}

const hourMs = 3_600_000;
/** How long what was asked for weighs on what is expected to be asked for: about two days. */
const memoryHours = 50;
/** The first look sees campaigns of weeks that began together: half of what they ask for is believed. */
const firstTrust = 0.5;
/** Campaigns that would need this many times the minutes that somebody is live are not competition. */
const maxNeedOfSupply = 1.5;

/** What a part of a campaign asks for: minutes for each minute of its window, and the drops a minute it pays. */
interface Demand {
  readonly tier: Tier;
  readonly density: number;
  readonly load: number;
}

/**
 * The price to plan with now, from the one before and from what the active campaigns ask for: earned or not, each asks
 * for its minutes evenly over its window, dearest first, and the price is where that fills the account's time. It
 * moves slowly, since what comes tomorrow is most like what was there yesterday and today. `memory`: null = nothing learnt
 * yet. `campaigns`: all that are listed, those that are earned in full too. `minedShare`: how much of the time is not
 * paused (0 to 1).
 */
export function learnPrice(
  memory: PriceMemory | null,
  campaigns: readonly PlanCampaign[],
  goal: PlanGoal,
  now: number,
  minedShare = 1,
): PriceMemory {
  const seen = priceOf(demandOf(campaigns, goal, now), minedShare);
  if (memory === null) return { price: scale(seen, firstTrust), learntAt: now };
  const hours = Math.max(0, now - memory.learntAt) / hourMs;
  const weight = 1 - Math.exp(-hours / memoryHours);
  const price = mapTiers((tier) => memory.price[tier] + (seen[tier] - memory.price[tier]) * weight);
  return { price, learntAt: Math.max(now, memory.learntAt) };
}

function mapTiers(value: (tier: Tier) => number): Price {
  return { must: value('must'), want: value('want'), fill: value('fill') };
}

function scale(price: Price, factor: number): Price {
  return mapTiers((tier) => price[tier] * factor);
}

/** For each tier the density at which it and those above it fill the time; 0 where they do not. */
function priceOf(demands: readonly Demand[], minedShare: number): Price {
  const byDensity = [...demands].sort((a, b) => b.density - a.density);
  let above = 0;
  const price: Record<Tier, number> = { must: 0, want: 0, fill: 0 };
  for (const tier of tiers) {
    let load = above;
    price[tier] = load >= minedShare ? highestPrice : 0;
    for (const demand of byDensity) {
      if (demand.tier !== tier) continue;
      load += demand.load;
      if (load >= minedShare && price[tier] === 0) price[tier] = Math.min(demand.density, highestPrice);
    }
    above = load;
  }
  return price;
}

function demandOf(campaigns: readonly PlanCampaign[], goal: PlanGoal, now: number): readonly Demand[] {
  const active = campaigns.filter(
    ({ campaign }) => campaign.startsAt <= now && now < campaign.endsAt && !campaign.expired,
  );
  const demands: Demand[] = [];
  for (const planned of active) {
    const unearned = { ...planned, line: null, campaign: asAtFirst(planned.campaign) };
    const at = planned.campaign.startsAt;
    const [job] = jobsOf(
      { now: at, campaigns: [unearned], watchingId: null, pauses: [], goal, price: noPrice },
      createMiningTime(at, []),
    );
    if (job !== undefined) demands.push(...demandsOf(job, goal, (planned.campaign.endsAt - at) / 60_000));
  }
  return demands;
}

const noPrice: Price = { must: 0, want: 0, fill: 0 };

function asAtFirst(campaign: PlanCampaign['campaign']): PlanCampaign['campaign'] {
  return {
    ...campaign,
    drops: campaign.drops.map((drop) => ({
      ...drop,
      progress: noProgress,
      claim: { kind: 'unclaimed' },
    })),
  };
}

/** The ladder's upper hull: the steps in which a campaign is best taken, each dearer than the next. */
function demandsOf(job: Job, goal: PlanGoal, windowMinutes: number): readonly Demand[] {
  const rungs = ladderFrom(job, { leftMinutes: Float64Array.from(job.drops, (drop) => drop.neededMinutes) }, 0, goal);
  const watchable = job.supply.expectedMinutes(0, windowMinutes);
  const demands: Demand[] = [];
  let from = -1;
  while (from < rungs.length - 1) {
    let best = from + 1;
    for (let index = from + 1; index < rungs.length; index++) {
      if (densityBetween(rungs[from], rungs[index]) >= densityBetween(rungs[from], rungs[best])) best = index;
    }
    const rung = rungs[best];
    if (rung === undefined) break;
    const minutes = rung.needMinutes - (rungs[from]?.needMinutes ?? 0);
    if (minutes < watchable * maxNeedOfSupply) {
      demands.push({
        tier: topTier(rungs[from], rung),
        density: densityBetween(rungs[from], rung),
        load: minutes / windowMinutes,
      });
    }
    from = best;
  }
  return demands;
}

function densityBetween(from: Rung | undefined, to: Rung | undefined): number {
  if (to === undefined) return 0;
  return (totalOf(to) - totalOf(from)) / Math.max(1e-9, to.needMinutes - (from?.needMinutes ?? 0));
}

function totalOf(rung: Rung | undefined): number {
  return rung === undefined ? 0 : totalWorth(rung.worth);
}

function topTier(from: Rung | undefined, to: Rung): Tier {
  return tiers.find((tier) => to.worth[tier] > (from?.worth[tier] ?? 0)) ?? 'fill';
}

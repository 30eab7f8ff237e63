import { supplyReader } from '../channels/supply.ts';
import type { Campaign, Drop } from '../drops/campaign.ts';
import { compareText } from '../drops/compare.ts';
import { isDropEligible } from '../drops/eligibility.ts';
import { exclusionOf, leadsToWanted } from '../drops/exclusion.ts';
import { followersOf } from '../drops/preconditions.ts';
import type { WhyNotCode } from '../drops/why-not-reasons.ts';
import { pausesBetween } from '../planning/pauses.ts';
import {
  type PlanCampaign,
  type PlanRequest,
  type Price,
  planHorizonMs,
  type Supply,
} from '../planning/plan-request.ts';
import { learnPrice, type PriceMemory } from '../planning/price.ts';
import { type WishReader, wishReader } from '../planning/wish-of.ts';
import { workableCampaigns } from './candidates.ts';
import { lineReader } from './lines.ts';
import type { MiningSettings } from './settings.ts';
import type { MinerState } from './state.ts';

const hourMs = 3_600_000;
const noPrice: Price = { must: 0, want: 0, fill: 0 };

/** What a plan is made from, as the miner knows it now. */
export function planRequestOf(state: MinerState, now: number): PlanRequest {
  return planInputsOf(state, now).request;
}

/** The request, and the price to remember with it; null while no campaign is known to learn it from. */
export function planInputsOf(
  state: MinerState,
  now: number,
): { readonly request: PlanRequest; readonly price: PriceMemory | null } {
  const campaigns = planCampaigns(state, now);
  const price = priceFor(state, campaigns, now);
  const { settings, watching } = state;
  const request: PlanRequest = {
    now,
    campaigns,
    watchingId: watching?.campaignId ?? null,
    pauses: pausesBetween(settings.pausedHours, settings.timeZone, now, now + planHorizonMs),
    goal: settings.planGoal,
    price: price?.price ?? noPrice,
  };
  return { request, price };
}

/** Learnt anew once an hour. */
function priceFor(state: MinerState, campaigns: readonly PlanCampaign[], now: number): PriceMemory | null {
  const { price, settings } = state;
  if (campaigns.length === 0) return price;
  if (price !== null && now - price.learntAt < hourMs) return price;
  return learnPrice(price, campaigns, settings.planGoal, now);
}

/**
 * In the order of their ends, so that the plan does not depend on how they arrived. Finished ones are among them: what
 * they asked for tells what a minute is worth. Those of which no drop can ever be earned are left out, unless a must is
 * among them.
 */
function planCampaigns(state: MinerState, now: number): readonly PlanCampaign[] {
  const wish = wishReader(state.settings);
  const line = lineReader(Object.values(state.channels));
  const supply = supplyReader(Object.values(state.channels), state.sightings, now);
  return workableCampaigns(state, now)
    .filter((campaign) => campaign.endsAt > now && campaign.startsAt < now + planHorizonMs && !campaign.expired)
    .sort((a, b) => a.endsAt - b.endsAt || compareText(a.id, b.id))
    .map((campaign) =>
      planCampaign(
        state,
        campaign,
        supply(campaign, { nobodyLive: state.emptyGameIds.includes(campaign.game.id) }),
        line(campaign),
        wish,
      ),
    )
    .filter(({ blocks, wishes }) => blocks.includes(null) || wishes.includes('must'));
}

function planCampaign(
  state: MinerState,
  campaign: Campaign,
  supply: Supply,
  line: string | null,
  wish: WishReader,
): PlanCampaign {
  return {
    campaign,
    wishes: campaign.drops.map((drop) => wish(campaign, drop)),
    blocks: campaign.drops.map((drop) => blockOf(campaign, drop, state.settings)),
    supply,
    line,
  };
}

/** Why no watching can earn the drop; null = it can, or it is earned. */
function blockOf(campaign: Campaign, drop: Drop, settings: MiningSettings): WhyNotCode | null {
  if (drop.claim.kind !== 'unclaimed') return null;
  if (drop.requiredMinutes === 0) return 'subscription-only';
  const exclusion = exclusionOf(campaign, drop, settings);
  if (exclusion !== null) return exclusion.rule === 'wish' ? 'wished-never' : `excluded-${exclusion.rule}`;
  if (drop.benefits.length === 0 && !leadsToWanted(campaign, drop, settings)) return 'no-benefit';
  if (!isDropEligible(campaign, drop, settings)) return 'not-linked';
  return waitsForPerson(campaign, drop) ? 'precondition-open' : null;
}

/** It begins when a drop is claimed that only the owner can claim. */
function waitsForPerson(campaign: Campaign, drop: Drop): boolean {
  if (drop.preconditionIds.length === 0) return false;
  return campaign.drops.some((other) => other.claim.kind === 'byHand' && followersOf(campaign, other).includes(drop));
}

import type { CampaignId } from '@dropwise/kit';
import { isDropOpen } from '../drops/eligibility.ts';
import { type Bid, standings } from '../planning/plan.ts';
import { type Tier, tiers } from '../planning/wish.ts';
import { wishReader } from '../planning/wish-of.ts';
import type { Saying } from '../sayings/saying.ts';
import type { MinerState } from './state.ts';
import { endlessMinutes, type SwitchSayingCode, sayOfSwitch } from './switch-sayings.ts';

/** Why the plan leaves one campaign, which still counts, for another: what decided it, as a sentence for the owner. */
export function whySwitch(state: MinerState, fromId: CampaignId, toId: CampaignId, now: number): Saying {
  const from = sideOf(state, fromId, now);
  const to = sideOf(state, toId, now);
  const names = { from: from.name, to: to.name };
  if (from.bid === null) return sayOfSwitch('switch-lost', names);
  if (to.bid === null) return sayOfSwitch('switch-only', names);
  if (tiers.indexOf(to.tier) < tiers.indexOf(from.tier)) {
    return sayOfSwitch('switch-wish', { ...names, fromWish: from.tier, toWish: to.tier });
  }
  if (standings.indexOf(to.bid.standing) < standings.indexOf(from.bid.standing)) {
    return sayOfSwitch(heldBack(from.bid), names);
  }
  return compare(names, from.bid, to.bid);
}

function heldBack({ standing }: Bid): SwitchSayingCode {
  if (standing === 'harms') return 'switch-harms';
  return standing === 'cut-short' ? 'switch-cut-short' : 'switch-fills';
}

function compare(names: Readonly<Record<'from' | 'to', string>>, from: Bid, to: Bid): Saying {
  const isTighter = to.slackMinutes < from.slackMinutes;
  const spare = { fromSpareMinutes: spareMinutes(from), toSpareMinutes: spareMinutes(to) };
  if (to.worthPerMinute <= from.worthPerMinute && isTighter) {
    return sayOfSwitch('switch-tighter', { ...names, ...spare });
  }
  const price = { fromDropMinutes: minutesADrop(from), toDropMinutes: minutesADrop(to) };
  return isTighter
    ? sayOfSwitch('switch-cheaper-tighter', { ...names, ...price, ...spare })
    : sayOfSwitch('switch-cheaper', { ...names, ...price });
}

function spareMinutes({ slackMinutes }: Bid): number {
  return Math.max(0, Math.round(slackMinutes));
}

function minutesADrop({ worthPerMinute }: Bid): number {
  return worthPerMinute > 0 ? Math.round(1 / worthPerMinute) : endlessMinutes;
}

interface Side {
  readonly name: string;
  /** The highest wish among the drops that are open. */
  readonly tier: Tier;
  /** Null = the plan sees nothing in it. */
  readonly bid: Bid | null;
}

function sideOf({ campaigns, plan, settings }: MinerState, id: CampaignId, now: number): Side {
  const campaign = campaigns[id];
  const reader = wishReader(settings);
  const open = campaign?.drops.filter((drop) => isDropOpen(campaign, drop, settings, now)) ?? [];
  const held = new Set(open.map((drop) => (campaign === undefined ? 'fill' : reader(campaign, drop))));
  return {
    name: campaign?.name ?? 'the other campaign',
    tier: tiers.find((tier) => held.has(tier)) ?? 'fill',
    bid: plan?.bids.find((bid) => bid.campaignId === id) ?? null,
  };
}

import type { CampaignId } from '@dropwise/kit';
import { isDropOpen } from '../drops/eligibility.ts';
import { type Bid, standings } from '../planning/plan.ts';
import { type Tier, tiers } from '../planning/wish.ts';
import { wishReader } from '../planning/wish-of.ts';
import type { MinerState } from './state.ts';

/** Why the plan leaves one campaign, which still counts, for another: what decided it, as a sentence for the owner. */
export function whySwitch(state: MinerState, fromId: CampaignId, toId: CampaignId, now: number): string {
  const from = sideOf(state, fromId, now);
  const to = sideOf(state, toId, now);
  if (from.bid === null) return `${from.name} can no longer be finished.`;
  if (to.bid === null) return `${to.name} is what can be watched now.`;
  if (tiers.indexOf(to.tier) < tiers.indexOf(from.tier)) {
    return `${to.name} is a ${to.tier}, and ${from.name} is a ${from.tier}.`;
  }
  if (standings.indexOf(to.bid.standing) < standings.indexOf(from.bid.standing)) return whyHeldBack(from, from.bid);
  return compare(from.name, from.bid, to.name, to.bid);
}

function whyHeldBack(from: Side, bid: Bid): string {
  switch (bid.standing) {
    case 'harms':
      return `${from.name} would take minutes that others need to be finished in time.`;
    case 'cut-short':
      return `${from.name} would have to be left again before its next drop is finished.`;
    default:
      return `${from.name} brings less than a minute is worth: it fills what is left over.`;
  }
}

function compare(fromName: string, from: Bid, toName: string, to: Bid): string {
  const isTighter = to.slackMinutes < from.slackMinutes;
  const spare = `has ${formatMinutes(to.slackMinutes)} to spare, and ${fromName} has ${formatMinutes(from.slackMinutes)}`;
  if (to.worthPerMinute <= from.worthPerMinute && isTighter) return `${toName} ${spare}.`;
  const brings = `brings a drop for ${minutesADrop(to)} of watching, and ${fromName} for ${minutesADrop(from)}`;
  return isTighter ? `${toName} ${brings}; it ${spare}.` : `${toName} ${brings}.`;
}

function minutesADrop(bid: Bid): string {
  return bid.worthPerMinute > 0 ? formatMinutes(1 / bid.worthPerMinute) : 'ever';
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

/** "no time", "40 min", "5 h", "3 days". */
function formatMinutes(given: number): string {
  const minutes = Math.round(given);
  if (minutes <= 0) return 'no time';
  if (minutes < 120) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  return hours < 72 ? `${hours} h` : `${Math.round(hours / 24)} days`;
}

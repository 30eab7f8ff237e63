import type { CampaignId } from '@dropwise/kit';
import { isDropOpen } from '../drops/eligibility.ts';
import type { Forecast } from '../planning/plan.ts';
import { type Tier, tiers } from '../planning/wish.ts';
import { wishReader } from '../planning/wish-of.ts';
import type { MinerState } from './state.ts';

const minuteMs = 60_000;

/** Why the plan leaves one campaign, which still counts, for another: a sentence for the owner. */
export function whySwitch(state: MinerState, fromId: CampaignId, toId: CampaignId, now: number): string {
  const from = sideOf(state, fromId, now);
  const to = sideOf(state, toId, now);
  const chance = `${to.name} closes in ${formatSpan(to.endsAt - now)} and can still be finished`;
  if (tiers.indexOf(to.tier) < tiers.indexOf(from.tier)) {
    return `${to.name} is a ${to.tier}, and ${from.name} is a ${from.tier}.`;
  }
  if (from.slackMinutes !== null && from.slackMinutes > 0 && to.isPlanned && to.endsAt <= from.endsAt) {
    return `${chance}; ${from.name} has ${formatSpan(from.slackMinutes * minuteMs)} to spare.`;
  }
  if (from.slackMinutes !== null && from.slackMinutes > 0) {
    return `${to.name} brings more for each minute, and ${from.name} can wait.`;
  }
  if (from.isImpossible) return `${from.name} can no longer be finished.`;
  if (from.isGivenUp) return `There is not time for both, and ${to.name} brings more for its minutes.`;
  return `${to.name} brings more for each minute.`;
}

interface Side {
  readonly name: string;
  readonly endsAt: number;
  /** The highest wish among the drops that are open. */
  readonly tier: Tier;
  /** Of the tightest drop that is to be finished; null = none is. */
  readonly slackMinutes: number | null;
  readonly isPlanned: boolean;
  readonly isGivenUp: boolean;
  readonly isImpossible: boolean;
}

function sideOf({ campaigns, plan, settings }: MinerState, id: CampaignId, now: number): Side {
  const campaign = campaigns[id];
  const forecasts = (plan?.forecasts ?? []).filter((each) => each.campaignId === id).map(({ forecast }) => forecast);
  const slacks = forecasts.flatMap((forecast) => slackOf(forecast) ?? []);
  const reader = wishReader(settings);
  const open = campaign?.drops.filter((drop) => isDropOpen(campaign, drop, settings, now)) ?? [];
  const held = new Set(open.map((drop) => (campaign === undefined ? 'fill' : reader(campaign, drop))));
  return {
    name: campaign?.name ?? 'the other campaign',
    endsAt: campaign?.endsAt ?? now,
    tier: tiers.find((tier) => held.has(tier)) ?? 'fill',
    slackMinutes: slacks.length === 0 ? null : Math.min(...slacks),
    isPlanned: slacks.length > 0,
    isGivenUp: forecasts.some((forecast) => forecast.kind === 'givenUp'),
    isImpossible: forecasts.length > 0 && forecasts.every((forecast) => forecast.kind === 'impossible'),
  };
}

function slackOf(forecast: Forecast): number | null {
  return forecast.kind === 'onTrack' || forecast.kind === 'atRisk' ? forecast.slackMinutes : null;
}

/** "40 min", "5 h", "3 days". */
function formatSpan(spanMs: number): string {
  const minutes = Math.max(0, Math.round(spanMs / minuteMs));
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  return hours < 72 ? `${hours} h` : `${Math.round(hours / 24)} days`;
}

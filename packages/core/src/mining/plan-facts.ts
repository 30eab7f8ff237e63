import { assertNever, type DropId } from '@dropwise/kit';
import type { Campaign, Drop } from '../drops/campaign.ts';
import { namesOf, wordsFor } from '../drops/given-up.ts';
import { isListed } from '../drops/wanted-games.ts';
import type { WhyNotCode } from '../drops/why-not-reasons.ts';
import type { DropForecast, Forecast, Plan } from '../planning/plan.ts';
import { type WishReader, wishReader } from '../planning/wish-of.ts';
import { ownerWishOf } from '../planning/wish-of-owner.ts';
import { clear, raise } from './conditions.ts';
import { type RiskSayingCode, riskOfWhy, sayOfRisk } from './risk-sayings.ts';
import type { MinerState, PlanSummary } from './state.ts';
import { nameDrop, patch, type Turn, tell } from './turn.ts';

/** What no wish and no time can change, or what the owner chose: nothing to worry about. */
const settled: readonly WhyNotCode[] = [
  'subscription-only',
  'no-benefit',
  'expired',
  'claimed',
  'wished-never',
  'excluded-game',
  'excluded-campaign',
  'excluded-drop',
  'excluded-keyword',
  'excluded-benefit',
];

/** Tells what the plan holds, when that differs from what was told last. */
export function tellPlan(turn: Turn): void {
  const { plan, planTold, campaigns } = turn.state;
  if (plan === null) return;
  const summary = summaryOf(plan);
  if (planTold !== null && isSame(planTold, summary)) return;
  patch(turn, { planTold: summary });
  const [slot] = plan.slots;
  tell(turn, {
    kind: 'planMade',
    ...summary,
    plannedMinutes: Math.round(plan.slots.reduce((sum, each) => sum + each.endsAt - each.startsAt, 0) / 60_000),
    nextCampaignName: slot === undefined ? null : (campaigns[slot.campaignId]?.name ?? null),
    nextStartsAt: slot?.startsAt ?? null,
  });
}

function summaryOf(plan: Plan): PlanSummary {
  const count = (kind: Forecast['kind']): number =>
    plan.forecasts.filter(({ forecast }) => forecast.kind === kind && !isSettled(forecast)).length;
  return {
    onTrack: count('onTrack'),
    atRisk: count('atRisk'),
    givenUp: count('givenUp'),
    impossible: count('impossible'),
    nextCampaignId: plan.slots[0]?.campaignId ?? null,
  };
}

function isSame(a: PlanSummary, b: PlanSummary): boolean {
  return (
    a.onTrack === b.onTrack &&
    a.atRisk === b.atRisk &&
    a.givenUp === b.givenUp &&
    a.impossible === b.impossible &&
    a.nextCampaignId === b.nextCampaignId
  );
}

function isSettled(forecast: Forecast): boolean {
  return forecast.kind === 'impossible' && settled.includes(forecast.why);
}

/** Tells of the drops that the owner named and the plan gives up, each once. */
export function tellGivenUp(turn: Turn): void {
  const { plan, campaigns, settings } = turn.state;
  const told = new Set(turn.state.givenUpTold);
  const wish = wishReader(settings);
  const known = new Set<DropId>();
  for (const { forecast, ...ids } of plan?.forecasts ?? []) {
    const found = find(turn.state, ids);
    if (found === null) continue;
    const { campaign, drop } = found;
    if (told.has(drop.id)) known.add(drop.id);
    if (forecast.kind !== 'givenUp' || told.has(drop.id) || !isNamed(turn.state, campaign, drop)) continue;
    const tier = wish(campaign, drop);
    if (tier !== 'must' && tier !== 'want') continue;
    known.add(drop.id);
    const forCampaignNames = namesOf(forecast.forCampaignIds, campaigns);
    tell(turn, { kind: 'dropGivenUp', ...nameDrop(campaign, drop), wish: tier, forCampaignNames });
  }
  if (plan !== null) patch(turn, { givenUpTold: [...known] });
}

/** Whether the owner spoke of the drop, its campaign or its game, rather than of everything by saying nothing. */
function isNamed({ settings }: MinerState, campaign: Campaign, drop: Drop): boolean {
  return ownerWishOf(campaign, drop, settings.wishes) !== null || isListed(campaign.game.name, settings);
}

/** Holds `must-at-risk` while a must may not be finished. One is named: the first of the worst, for as long as it is one. */
export function judgeMusts(turn: Turn): void {
  const { plan, conditions, settings } = turn.state;
  const wish = wishReader(settings);
  const troubled = (plan?.forecasts ?? []).flatMap((each) => troubleOf(turn.state, each, wish) ?? []);
  const held = conditions['must-at-risk']?.sources[0];
  if (held !== undefined && troubled.some(({ source }) => source === held)) return;
  clear(turn, 'must-at-risk');
  const worst = severities.flatMap((kind) => troubled.filter((each) => each.kind === kind))[0];
  if (worst !== undefined) raise(turn, 'must-at-risk', worst.source, worst.detail);
}

interface Trouble {
  readonly kind: Forecast['kind'];
  readonly source: string;
  readonly detail: Readonly<Record<string, string>>;
}

const severities = ['impossible', 'givenUp', 'atRisk'] as const;

function troubleOf(state: MinerState, { forecast, ...ids }: DropForecast, wish: WishReader): Trouble | null {
  const isWell = forecast.kind === 'onTrack' || forecast.kind === 'later' || isSettled(forecast);
  const problem = isWell ? null : problemOf(state, forecast);
  const found = problem === null ? null : find(state, ids);
  if (problem === null || found === null || wish(found.campaign, found.drop) !== 'must') return null;
  return {
    kind: forecast.kind,
    source: `${forecast.kind} ${ids.dropId}`,
    detail: { drop: found.drop.name, campaign: found.campaign.name, ...problem },
  };
}

type Doubtful = Exclude<Forecast, { kind: 'onTrack' | 'later' }>;

/** `problem` for English, its code and what it names for who says it in another language; names are a line each. */
function problemOf({ campaigns }: MinerState, forecast: Doubtful): Readonly<Record<string, string>> {
  if (forecast.kind === 'givenUp') {
    const names = namesOf(forecast.forCampaignIds, campaigns);
    const { code, sentence } = sayOfRisk('risk-given-up', { names: wordsFor(names) });
    return { problem: sentence, problemCode: String(code), problemNames: names.join('\n') };
  }
  const [code, minutes] = riskOf(forecast);
  const { sentence } = sayOfRisk(code, { minutes: minutes ?? 0 });
  const problem = { problem: sentence, problemCode: code };
  return minutes === null ? problem : { ...problem, problemMinutes: String(minutes) };
}

function riskOf(forecast: Exclude<Doubtful, { kind: 'givenUp' }>): readonly [RiskSayingCode, number | null] {
  switch (forecast.kind) {
    case 'atRisk':
      if (forecast.finishesAt === null) return ['risk-waits', null];
      return ['risk-tight', Math.max(0, Math.floor(forecast.slackMinutes))];
    case 'impossible':
      if (forecast.missingMinutes > 0) return ['risk-lacks', Math.ceil(forecast.missingMinutes)];
      return [riskOfWhy[forecast.why] ?? 'risk-nothing', null];
    default:
      return assertNever(forecast);
  }
}

function find(
  { campaigns }: MinerState,
  { campaignId, dropId }: Pick<DropForecast, 'campaignId' | 'dropId'>,
): { readonly campaign: Campaign; readonly drop: Drop } | null {
  const campaign = campaigns[campaignId];
  const drop = campaign?.drops.find((each) => each.id === dropId);
  return campaign === undefined || drop === undefined ? null : { campaign, drop };
}

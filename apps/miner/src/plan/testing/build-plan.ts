import type { Campaign, Drop, Forecast, Plan, PlanCampaign, PlanSlot, Wish } from '@dropwise/core';
import { benefitId, campaignId, dropId, gameId } from '@dropwise/kit';
import type { PlanView } from '../plan-view.ts';
import { createLocalTime } from '../text/local-time.ts';
import { plainPaint } from '../text/paint.ts';

/** For tests only: a plan made by hand, of which a test says what it is about. */

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
/** 2026-01-05T12:00:00Z, a Monday. */
export const noon = Date.UTC(2026, 0, 5, 12);

export interface BuiltCampaign {
  readonly name: string;
  readonly game?: string;
  /** Hours from noon. */
  readonly from?: number;
  readonly to?: number;
  readonly wish?: Wish;
  /** Name → forecast. */
  readonly drops: Readonly<Record<string, Forecast>>;
}

/** [campaign, hours from noon, hours from noon, names of the drops that it finishes]. */
export type BuiltSlot = readonly [campaign: string, from: number, to: number, finishes?: readonly string[]];

export const onTrack = (hours: number, slackMinutes = 600): Forecast => ({
  kind: 'onTrack',
  finishesAt: noon + hours * hourMs,
  slackMinutes,
});
export const atRisk = (hours: number | null, slackMinutes = 20, chance = 0.6): Forecast => ({
  kind: 'atRisk',
  finishesAt: hours === null ? null : noon + hours * hourMs,
  slackMinutes,
  chance,
});
export const givenUp = (...names: string[]): Forecast => ({ kind: 'givenUp', forCampaignIds: names.map(idOf) });
export const impossible = (why: Extract<Forecast, { kind: 'impossible' }>['why'], missingMinutes = 0): Forecast => ({
  kind: 'impossible',
  why,
  missingMinutes,
});

/** A view of 80 columns in UTC; ids are the names in lower case. */
export function buildView(
  campaigns: readonly BuiltCampaign[],
  slots: readonly BuiltSlot[] = [],
  change: Partial<PlanView> = {},
): PlanView {
  const planned = campaigns.map(buildPlanCampaign);
  const plan: Plan = {
    madeAt: noon,
    until: noon + 14 * 24 * hourMs,
    slots: slots.map(buildSlot),
    forecasts: campaigns.flatMap(({ name, drops }) =>
      Object.entries(drops).map(([drop, forecast]) => ({ campaignId: idOf(name), dropId: dropIdOf(drop), forecast })),
    ),
    order: [],
    bids: [],
    price: { must: 0, want: 0, fill: 0 },
  };
  return {
    plan,
    request: { now: noon, campaigns: planned, watchingId: null, pauses: [], goal: 'drops', price: plan.price },
    time: createLocalTime('UTC'),
    width: 80,
    days: 7,
    all: false,
    paint: plainPaint,
    ...change,
  };
}

export function buildCampaign({ name, game = 'Night Ferry', from = -24, to = 48, drops }: BuiltCampaign): Campaign {
  const window = { startsAt: noon + from * hourMs, endsAt: noon + to * hourMs };
  return {
    ...window,
    id: idOf(name),
    name,
    game: { id: gameId(game.toLowerCase()), name: game, slug: 'slug', boxArtUrl: null },
    expired: false,
    linked: 'linked',
    linkUrl: null,
    detailsUrl: null,
    imageUrl: null,
    allowList: null,
    drops: Object.keys(drops).map((drop) => buildDrop(drop, window)),
    sources: ['inventory'],
  };
}

function buildDrop(name: string, window: Pick<Drop, 'startsAt' | 'endsAt'>): Drop {
  return {
    ...window,
    id: dropIdOf(name),
    name,
    requiredMinutes: 60,
    requiredSubs: 0,
    preconditionIds: [],
    benefits: [{ id: benefitId(name), name, kind: 'DIRECT_ENTITLEMENT', imageUrl: null }],
    progress: { confirmedMinutes: 5, confirmedAt: null, confirmedBy: null, estimatedMinutes: 0 },
    claim: { kind: 'unclaimed' },
  };
}

function buildPlanCampaign(built: BuiltCampaign): PlanCampaign {
  const campaign = buildCampaign(built);
  return {
    campaign,
    wishes: campaign.drops.map(() => built.wish ?? 'want'),
    blocks: campaign.drops.map(() => null),
    supply: { kind: 'always' },
    line: null,
  };
}

function buildSlot([name, from, to, finishes = []]: BuiltSlot): PlanSlot {
  return {
    campaignId: idOf(name),
    startsAt: noon + from * hourMs,
    endsAt: noon + to * hourMs,
    finishes: finishes.map(dropIdOf),
  };
}

function idOf(name: string) {
  return campaignId(name.toLowerCase());
}

function dropIdOf(name: string) {
  return dropId(name.toLowerCase());
}

import type { CampaignView, DropView, ForecastView, PlanView } from '@dropwise/contract';

export const hourMs = 3_600_000;
/** A round instant to count from: 2026-03-02 12:00 UTC. */
export const noon = Date.UTC(2026, 2, 2, 12);

export function buildDrop(id: string, changes: Partial<DropView> = {}): DropView {
  return {
    id,
    name: `Drop ${id}`,
    startsAt: noon - hourMs,
    endsAt: noon + 10 * hourMs,
    requiredMinutes: 60,
    confirmedMinutes: 0,
    estimatedMinutes: 0,
    confirmedAt: null,
    claim: 'unclaimed',
    claimLink: null,
    benefits: [{ name: `Reward ${id}`, kind: 'DIRECT_ENTITLEMENT', imageUrl: null }],
    preconditionIds: [],
    wish: 'want',
    forecast: null,
    whyNot: null,
    ...changes,
  };
}

export function buildCampaign(id: string, changes: Partial<CampaignView> = {}): CampaignView {
  return {
    id,
    name: `Campaign ${id}`,
    game: 'Lanterns',
    gameId: '1',
    boxArtUrl: null,
    startsAt: noon - hourMs,
    endsAt: noon + 10 * hourMs,
    state: 'active',
    linked: 'linked',
    linkUrl: null,
    detailsUrl: null,
    imageUrl: null,
    allowList: null,
    claimedDrops: 0,
    drops: [buildDrop(`${id}-1`)],
    whyNot: null,
    ...changes,
  };
}

export function buildForecast(
  campaign: Pick<CampaignView, 'id' | 'name' | 'game' | 'endsAt'>,
  drop: Pick<DropView, 'id' | 'name'>,
  changes: Partial<ForecastView> = {},
): ForecastView {
  return {
    campaignId: campaign.id,
    campaignName: campaign.name,
    game: campaign.game,
    dropId: drop.id,
    dropName: drop.name,
    wish: 'want',
    kind: 'onTrack',
    sentence: 'On track.',
    finishesAt: noon + hourMs,
    slackMinutes: 120,
    chance: null,
    forCampaignNames: [],
    endsAt: campaign.endsAt,
    ...changes,
  };
}

export function buildPlan(changes: Partial<PlanView> = {}): PlanView {
  return {
    madeAt: noon,
    until: noon + 14 * 24 * hourMs,
    slots: [],
    forecasts: [],
    counts: { onTrack: 0, atRisk: 0, later: 0, givenUp: 0, impossible: 0 },
    price: { must: 0, want: 0, fill: 0 },
    ...changes,
  };
}

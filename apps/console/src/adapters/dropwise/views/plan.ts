import type { ForecastView, PlanView, WhyNotView } from '@dropwise/contract';
import {
  type Campaign,
  type DropForecast,
  type Forecast,
  type MinerState,
  namesOf,
  type Plan,
  type Price,
  tiers,
  type WishReader,
  wishReader,
} from '@dropwise/core';
import { forecastSentence } from './forecast-sentence.ts';

/** A plan with its names; what it says of campaigns that are not known any more is left out. */
export function planViewOf(plan: Plan, state: Pick<MinerState, 'campaigns' | 'settings'>): PlanView {
  const { campaigns, settings } = state;
  const wish = wishReader(settings);
  const forecasts = plan.forecasts.flatMap((each) => forecastView(each, campaigns, wish) ?? []);
  const count = (kind: Forecast['kind']): number => forecasts.filter((each) => each.kind === kind).length;
  return {
    madeAt: plan.madeAt,
    until: plan.until,
    slots: plan.slots.flatMap(({ campaignId, startsAt, endsAt, finishes }) => {
      const campaign = campaigns[campaignId];
      if (campaign === undefined) return [];
      const drops = finishes.map((id) => ({ dropId: id, dropName: dropNamed(campaign, id) ?? id }));
      return [{ campaignId, campaignName: campaign.name, game: campaign.game.name, startsAt, endsAt, finishes: drops }];
    }),
    forecasts,
    counts: {
      onTrack: count('onTrack'),
      atRisk: count('atRisk'),
      later: count('later'),
      givenUp: count('givenUp'),
      impossible: count('impossible'),
    },
    price: priceView(plan.price),
  };
}

function forecastView(
  { campaignId, dropId, forecast }: DropForecast,
  campaigns: MinerState['campaigns'],
  wish: WishReader,
): ForecastView | null {
  const campaign = campaigns[campaignId];
  const drop = campaign?.drops.find(({ id }) => id === dropId);
  if (campaign === undefined || drop === undefined) return null;
  const forCampaignNames = forecast.kind === 'givenUp' ? [...namesOf(forecast.forCampaignIds, campaigns)] : [];
  const sentence = forecastSentence(forecast, campaign.game.name, forCampaignNames);
  return {
    campaignId,
    campaignName: campaign.name,
    game: campaign.game.name,
    dropId,
    dropName: drop.name,
    wish: wish(campaign, drop),
    kind: forecast.kind,
    sentence,
    finishesAt: 'finishesAt' in forecast ? forecast.finishesAt : null,
    slackMinutes: 'slackMinutes' in forecast ? forecast.slackMinutes : null,
    chance: forecast.kind === 'atRisk' ? forecast.chance : null,
    forCampaignNames,
    ...(forecast.kind === 'impossible' && { whyNot: whyImpossible(forecast, sentence, campaign.game.name) }),
    endsAt: Math.min(drop.endsAt, campaign.endsAt),
  };
}

/** Minutes as a number, for the plural of a language. */
function whyImpossible(
  { why, missingMinutes }: Extract<Forecast, { kind: 'impossible' }>,
  sentence: string,
  gameName: string,
): WhyNotView {
  const value = missingMinutes > 0 ? String(Math.ceil(missingMinutes)) : gameName;
  return { code: why, sentence, value, link: null };
}

function dropNamed(campaign: Campaign, id: string): string | null {
  return campaign.drops.find((drop) => drop.id === id)?.name ?? null;
}

/** JSON has no infinity, which stands for a price that nothing pays. */
function priceView(price: Price): PlanView['price'] {
  const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
  return Object.fromEntries(tiers.map((tier) => [tier, finite(price[tier])])) as PlanView['price'];
}

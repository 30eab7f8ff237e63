import type { Campaign, Drop, DropForecast, Forecast, Plan, PlanCampaign, PlanRequest } from '@dropwise/core';
import { cleanName } from './text/clean-name.ts';
import { cutToWidth, displayWidth } from './text/display-width.ts';
import type { LocalTime } from './text/local-time.ts';
import type { Paint } from './text/paint.ts';

/** A plan, what it was made from, and how a person wants to see it. */
export interface PlanView {
  readonly plan: Plan;
  readonly request: PlanRequest;
  readonly time: LocalTime;
  /** Columns. */
  readonly width: number;
  /** Days of the timeline, today included. */
  readonly days: number;
  /** Nothing is folded. */
  readonly all: boolean;
  readonly paint: Paint;
}

/** A campaign with its forecasts of one kind. */
export interface CampaignForecasts<Kind extends Forecast['kind'] = Forecast['kind']> {
  readonly campaign: Campaign;
  /** Some of the drops is a must. */
  readonly isMust: boolean;
  readonly drops: readonly { readonly drop: Drop; readonly forecast: Extract<Forecast, { kind: Kind }> }[];
}

export function planCampaignOf(request: PlanRequest, id: string): PlanCampaign | undefined {
  return request.campaigns.find(({ campaign }) => campaign.id === id);
}

/** Forecasts of the kind by campaign, in the order of the request. */
export function forecastsOf<Kind extends Forecast['kind']>(
  { plan, request }: Pick<PlanView, 'plan' | 'request'>,
  kind: Kind,
): readonly CampaignForecasts<Kind>[] {
  const byCampaign = Map.groupBy(plan.forecasts, ({ campaignId }) => campaignId);
  return request.campaigns.flatMap(({ campaign, wishes }) => {
    const drops = (byCampaign.get(campaign.id) ?? []).flatMap(({ dropId, forecast }: DropForecast) => {
      const drop = campaign.drops.find(({ id }) => id === dropId);
      return drop === undefined || !isKind(forecast, kind) ? [] : [{ drop, forecast }];
    });
    const isMust = drops.some(({ drop }) => wishes[campaign.drops.indexOf(drop)] === 'must');
    return drops.length === 0 ? [] : [{ campaign, isMust, drops }];
  });
}

function isKind<Kind extends Forecast['kind']>(
  forecast: Forecast,
  kind: Kind,
): forecast is Extract<Forecast, { kind: Kind }> {
  return forecast.kind === kind;
}

/** `Game: Campaign`, or the campaign's name alone where it names its game itself. Safe to print. */
export function titleOf(campaign: Campaign): string {
  const name = cleanName(campaign.name);
  const game = cleanName(campaign.game.name);
  return name.toLowerCase().includes(game.toLowerCase()) ? name : `${game}: ${name}`;
}

/** The same in at most `width` columns: a long game leaves room for the campaign, which tells two of them apart. */
export function shortTitleOf(campaign: Campaign, width: number): string {
  const title = titleOf(campaign);
  const name = cleanName(campaign.name);
  if (displayWidth(title) <= width || title === name) return cutToWidth(title, width);
  const nameRoom = Math.min(displayWidth(name), width - 2 - Math.max(5, Math.floor(width * 0.2)));
  const game = cutToWidth(cleanName(campaign.game.name), width - 2 - nameRoom);
  return cutToWidth(`${game}: ${name}`, width);
}

/** The title in a sentence: a little more than half a line, whole where nothing is to be left out. */
export function titleIn({ width, all }: Pick<PlanView, 'width' | 'all'>, campaign: Campaign): string {
  return all ? titleOf(campaign) : shortTitleOf(campaign, Math.floor(width * 0.55));
}

/** `Paper Lantern`, or `3 drops`. */
export function nameDrops(drops: readonly { readonly name: string }[]): string {
  const [only] = drops;
  return drops.length === 1 && only !== undefined ? cleanName(only.name) : `${drops.length} drops`;
}

/** The first of the list and how many are left; everything with `all`. */
export function fold<Item>(
  items: readonly Item[],
  limit: number,
  all: boolean,
): { readonly shown: readonly Item[]; readonly hidden: number } {
  // One line to say that one line is missing would be no gain.
  if (all || items.length <= limit + 1) return { shown: items, hidden: 0 };
  return { shown: items.slice(0, limit), hidden: items.length - limit };
}

export function moreLine(hidden: number): string {
  return `… and ${hidden} more (--all)`;
}

/** `a, b and 3 more`, with at most `limit` of them. */
export function listNames(names: readonly string[], limit: number): string {
  const { shown, hidden } = fold(names, limit, false);
  if (hidden > 0) return `${shown.join(', ')} and ${hidden} more`;
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

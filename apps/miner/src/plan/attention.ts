import { type Forecast, whyNotReasons } from '@dropwise/core';
import { formatDuration } from '@dropwise/kit';
import {
  type CampaignForecasts,
  fold,
  forecastsOf,
  moreLine,
  nameDrops,
  type PlanView,
  planCampaignOf,
  titleIn,
} from './plan-view.ts';
import { cleanName } from './text/clean-name.ts';
import { wrapToWidth } from './text/display-width.ts';
import { countOf } from './text/local-time.ts';

const shownCampaigns = 5;
const minuteMs = 60_000;

/** What will not come by itself: at risk, given up, impossible; one sentence a campaign, the most important first. */
export function formatAttention(view: PlanView): readonly (readonly string[])[] {
  return [
    formatSection(view, 'At risk', 'atRisk', byCount, (each) => describeRisk(view, each)),
    formatSection(view, 'Given up', 'givenUp', byCount, (each) => describeGivenUp(view, each)),
    formatImpossible(view),
  ].filter((section) => section.length > 0);
}

function formatSection<Kind extends Forecast['kind']>(
  view: PlanView,
  heading: string,
  kind: Kind,
  order: (a: CampaignForecasts<Kind>, b: CampaignForecasts<Kind>) => number,
  describe: (each: CampaignForecasts<Kind>) => string,
): readonly string[] {
  const found = [...forecastsOf(view, kind)].sort((a, b) => Number(b.isMust) - Number(a.isMust) || order(a, b));
  return linesOf(
    view,
    headingOf(heading, found),
    found,
    (each) => `${titleIn(view, each.campaign)}: ${describe(each)}`,
  );
}

function linesOf<Item>(
  view: PlanView,
  heading: string,
  items: readonly Item[],
  describe: (item: Item) => string,
): readonly string[] {
  if (items.length === 0) return [];
  const { shown, hidden } = fold(items, shownCampaigns, view.all);
  const lines = shown.flatMap((item) => wrapToWidth(describe(item), view.width - 2, '  '));
  return [
    view.paint.heading(heading),
    ...lines.map((line) => `  ${line}`),
    ...(hidden > 0 ? [`  ${moreLine(hidden)}`] : []),
  ];
}

function headingOf(heading: string, found: readonly { readonly drops: readonly unknown[] }[]): string {
  const drops = found.reduce((sum, each) => sum + each.drops.length, 0);
  return `${heading}: ${countOf(drops, 'drop')} of ${countOf(found.length, 'campaign')}`;
}

function describeRisk({ time }: PlanView, { drops, isMust }: CampaignForecasts<'atRisk'>): string {
  const slack = Math.min(...drops.map(({ forecast }) => forecast.slackMinutes));
  const chance = Math.min(...drops.map(({ forecast }) => forecast.chance));
  const ends = drops.flatMap(({ forecast }) => (forecast.finishesAt === null ? [] : [forecast.finishesAt]));
  const waits = ends.length < drops.length ? ', waiting for a stream' : `, done ${time.moment(Math.max(...ends))}`;
  return `${namesOf(drops, isMust)}${waits}, ${Math.round(chance * 100)} % likely, ${spare(slack)}.`;
}

function spare(slackMinutes: number): string {
  return slackMinutes < 1 ? 'no time to spare' : `${formatDuration(slackMinutes * minuteMs)} to spare`;
}

function describeGivenUp(view: PlanView, { drops, isMust }: CampaignForecasts<'givenUp'>): string {
  const ids = [...new Set(drops.flatMap(({ forecast }) => forecast.forCampaignIds))];
  const [first, ...others] = ids.flatMap((id) => planCampaignOf(view.request, id)?.campaign ?? []);
  if (first === undefined) return `${namesOf(drops, isMust)}, for what is likely to come.`;
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return `${namesOf(drops, isMust)}, for ${titleIn(view, first)}${more}.`;
}

function namesOf(drops: CampaignForecasts['drops'], isMust: boolean): string {
  const names = nameDrops(drops.map(({ drop }) => drop));
  return isMust ? `${names} (must)` : names;
}

/** The same reason holds for many campaigns: those that a person can do something about are told one by one. */
function formatImpossible(view: PlanView): readonly string[] {
  const found = forecastsOf(view, 'impossible');
  const told = found
    .flatMap((each) =>
      [...Map.groupBy(each.drops, ({ forecast }) => forecast.why)].map(([why, drops]) => ({ ...each, why, drops })),
    )
    .sort((a, b) => Number(b.isMust) - Number(a.isMust) || rankOf(a.why) - rankOf(b.why) || byCount(a, b));
  return linesOf(view, headingOf('Impossible', found), told, ({ campaign, why, drops, isMust }) => {
    const missing = Math.max(...drops.map(({ forecast }) => forecast.missingMinutes));
    const value = missing > 0 ? formatDuration(missing * minuteMs) : cleanName(campaign.game.name);
    return `${titleIn(view, campaign)}: ${namesOf(drops, isMust)}. ${whyNotReasons[why].replaceAll('{value}', value)}`;
  });
}

type Why = Extract<Forecast, { kind: 'impossible' }>['why'];

/** What can be mended first, what never can last. */
const mostTelling: readonly Why[] = [
  'too-late',
  'not-linked',
  'precondition-open',
  'no-known-channel',
  'no-live-channel',
];
const leastTelling: readonly Why[] = ['subscription-only', 'no-benefit', 'expired', 'claimed'];

function rankOf(why: Why): number {
  const first = mostTelling.indexOf(why);
  if (first >= 0) return first;
  return mostTelling.length + 1 + leastTelling.indexOf(why);
}

function byCount(a: Pick<CampaignForecasts, 'drops'>, b: Pick<CampaignForecasts, 'drops'>): number {
  return b.drops.length - a.drops.length;
}

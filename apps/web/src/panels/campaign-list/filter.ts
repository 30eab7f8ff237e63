import type { CampaignView } from '@dropwise/contract';
import { type BenefitKind, benefitKinds } from '@dropwise/core';
import { isEarnable, isFinished } from './standing.ts';

export const campaignStates = ['active', 'upcoming', 'expired'] as const;
export const linkStates = ['linked', 'unlinked', 'unknown'] as const;
export const finishedChoices = ['hide', 'only'] as const;
type CampaignState = (typeof campaignStates)[number];
type LinkState = (typeof linkStates)[number];

/** What of the campaigns is asked for. It lives in the address; empty parts ask for everything. */
export interface CampaignFilter {
  readonly states: readonly CampaignState[];
  readonly linked: readonly LinkState[];
  readonly kinds: readonly BenefitKind[];
  readonly game: string | null;
  readonly text: string;
  /** Only what can still be earned. */
  readonly earnable: boolean;
  /** Those of which every drop is claimed. */
  readonly finished: (typeof finishedChoices)[number] | null;
}

export function readFilter(query: URLSearchParams): CampaignFilter {
  return {
    states: listed(query.get('state'), campaignStates),
    linked: listed(query.get('linked'), linkStates),
    kinds: listed(query.get('kind'), benefitKinds),
    game: query.get('game'),
    text: query.get('q') ?? '',
    earnable: query.get('earnable') === '1',
    finished: listed(query.get('finished'), finishedChoices)[0] ?? null,
  };
}

function listed<Choice extends string>(text: string | null, choices: readonly Choice[]): readonly Choice[] {
  const named = (text ?? '').split(',');
  return choices.filter((choice) => named.includes(choice));
}

/** For the address: the list with the choice added or taken out; null = nothing is left. */
export function toggled(chosen: readonly string[], choice: string): string | null {
  const next = chosen.includes(choice) ? chosen.filter((each) => each !== choice) : [...chosen, choice];
  return next.length === 0 ? null : next.join(',');
}

/** How many parts of the filter ask for something. */
export function filterCount(filter: CampaignFilter): number {
  const { states, linked, kinds, game, text, earnable, finished } = filter;
  return [
    states.length > 0,
    linked.length > 0,
    kinds.length > 0,
    game !== null,
    text.trim() !== '',
    earnable,
    finished !== null,
  ].filter(Boolean).length;
}

type Part = keyof CampaignFilter;

const parts: Readonly<Record<Part, (campaign: CampaignView, filter: CampaignFilter) => boolean>> = {
  states: ({ state }, { states }) => states.length === 0 || states.includes(state),
  linked: (campaign, { linked }) => linked.length === 0 || linked.includes(campaign.linked),
  kinds: ({ drops }, { kinds }) =>
    kinds.length === 0 || drops.some(({ benefits }) => benefits.some(({ kind }) => kinds.includes(kind))),
  game: (campaign, { game }) => game === null || campaign.game === game,
  text: (campaign, { text }) => hasWords(campaign, text),
  earnable: (campaign, { earnable }) => !earnable || isEarnable(campaign),
  finished: (campaign, { finished }) => finished === null || isFinished(campaign) === (finished === 'only'),
};
const partNames = Object.keys(parts) as readonly Part[];

export function filterCampaigns(campaigns: readonly CampaignView[], filter: CampaignFilter): readonly CampaignView[] {
  return campaigns.filter((campaign) => partNames.every((part) => parts[part](campaign, filter)));
}

/** Every word somewhere: in the campaign, its game, its drops or what they give. */
function hasWords({ name, game, drops }: CampaignView, text: string): boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const all = [name, game, ...drops.flatMap((drop) => [drop.name, ...drop.benefits.map((benefit) => benefit.name)])];
  const said = all.join('\n').toLowerCase();
  return words.every((word) => said.includes(word));
}

/** How many each choice would show, with the other parts of the filter as they are. */
export interface CampaignCounts {
  readonly states: Readonly<Record<CampaignState, number>>;
  readonly linked: Readonly<Record<LinkState, number>>;
  readonly kinds: Readonly<Record<BenefitKind, number>>;
  readonly games: readonly { readonly game: string; readonly count: number }[];
  readonly earnable: number;
  readonly finished: Readonly<Record<(typeof finishedChoices)[number], number>>;
}

export function countChoices(campaigns: readonly CampaignView[], filter: CampaignFilter): CampaignCounts {
  const without = (part: Part): readonly CampaignView[] =>
    campaigns.filter((campaign) => partNames.every((each) => each === part || parts[each](campaign, filter)));
  const count = <Choice extends string>(
    among: readonly CampaignView[],
    choices: readonly Choice[],
    fits: (campaign: CampaignView, choice: Choice) => boolean,
  ) =>
    Object.fromEntries(
      choices.map((choice) => [choice, among.filter((campaign) => fits(campaign, choice)).length]),
    ) as Record<Choice, number>;
  const games = Map.groupBy(without('game'), ({ game }) => game);
  return {
    states: count(without('states'), campaignStates, ({ state }, choice) => state === choice),
    linked: count(without('linked'), linkStates, ({ linked }, choice) => linked === choice),
    kinds: count(without('kinds'), benefitKinds, ({ drops }, choice) =>
      drops.some(({ benefits }) => benefits.some(({ kind }) => kind === choice)),
    ),
    games: [...games]
      .map(([game, { length }]) => ({ game, count: length }))
      .sort((a, b) => a.game.localeCompare(b.game)),
    earnable: without('earnable').filter(isEarnable).length,
    finished: count(without('finished'), finishedChoices, (each, choice) => isFinished(each) === (choice === 'only')),
  };
}

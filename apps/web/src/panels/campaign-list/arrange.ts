import type { CampaignView } from '@dropwise/contract';
import { assertNever } from '@dropwise/kit';
import { campaignStates } from './filter.ts';
import { doneShare } from './standing.ts';

export const sortings = ['end', 'start', 'name', 'progress'] as const;
export type Sorting = (typeof sortings)[number];

export function readSorting(query: URLSearchParams): Sorting {
  const asked = query.get('sort');
  return sortings.find((sorting) => sorting === asked) ?? 'end';
}

export interface CampaignGroup {
  /** The game; null = they are not grouped. */
  readonly game: string | null;
  readonly campaigns: readonly CampaignView[];
}

export function sortCampaigns(campaigns: readonly CampaignView[], sorting: Sorting): readonly CampaignView[] {
  return [...campaigns].sort(
    (a, b) => compare(a, b, sorting) || compareText(a.name, b.name) || compareText(a.id, b.id),
  );
}

/** By game where that is asked for: games in the order of their first campaign. */
export function groupCampaigns(campaigns: readonly CampaignView[], byGame: boolean): readonly CampaignGroup[] {
  if (!byGame) return [{ game: null, campaigns }];
  return [...Map.groupBy(campaigns, ({ game }) => game)].map(([game, found]) => ({ game, campaigns: found }));
}

function compare(a: CampaignView, b: CampaignView, sorting: Sorting): number {
  switch (sorting) {
    case 'end':
      return compareState(a, b) || (a.state === 'expired' ? b.endsAt - a.endsAt : a.endsAt - b.endsAt);
    case 'start':
      return compareState(a, b) || (a.state === 'upcoming' ? a.startsAt - b.startsAt : b.startsAt - a.startsAt);
    case 'name':
      return a.name.localeCompare(b.name);
    case 'progress':
      return compareState(a, b) || doneShare(b) - doneShare(a) || a.endsAt - b.endsAt;
    default:
      return assertNever(sorting);
  }
}

/** What runs comes first, what is over last. */
function compareState(a: CampaignView, b: CampaignView): number {
  return campaignStates.indexOf(a.state) - campaignStates.indexOf(b.state);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The first so many of all groups together; groups of which nothing is left are left out. */
export function firstOf(groups: readonly CampaignGroup[], maxCount: number): readonly CampaignGroup[] {
  let left = maxCount;
  const shown: CampaignGroup[] = [];
  for (const group of groups) {
    if (left <= 0) break;
    const campaigns = group.campaigns.slice(0, left);
    left -= campaigns.length;
    shown.push(campaigns.length === group.campaigns.length ? group : { ...group, campaigns });
  }
  return shown;
}

import type { Cut } from '../../src/scenarios/cut.ts';
import { buildCut } from './build-cut.ts';
import type { HistoryCampaign } from './history.ts';

/** The busiest Saturday evening of 2025: 143 campaigns active, six of ten with an allow list. */
const moment = Date.parse('2025-09-27T18:00:00Z');
const activeAtLeastMs = 6 * 3_600_000;
const counts = { listGames: 30, secondLists: 6, openOfListGames: 9, openOfOtherGames: 15 } as const;
const maxAllowed = 8;

/** Sixty campaigns of 45 games: the games with the longest allow lists, then open campaigns with most drops. */
export function cutLaunchDay(history: readonly HistoryCampaign[]): Cut {
  const active = history.filter(isMineable);
  const listed = active.filter(({ channels }) => channels !== null).sort(longestListFirst);
  const first = firstOfEachGame(listed).slice(0, counts.listGames);
  const listGameIds = new Set(first.map(({ gameId }) => gameId));
  const second = listed.filter((campaign) => listGameIds.has(campaign.gameId) && !first.includes(campaign));
  const open = firstOfEachGame(active.filter(({ channels }) => channels === null).sort(mostDropsFirst));
  const chosen = [
    ...first,
    ...second.slice(0, counts.secondLists),
    ...open.filter(({ gameId }) => listGameIds.has(gameId)).slice(0, counts.openOfListGames),
    ...open.filter(({ gameId }) => !listGameIds.has(gameId)).slice(0, counts.openOfOtherGames),
  ];
  return buildCut(
    chosen.map((campaign) => ({ ...campaign, channels: campaign.channels?.slice(0, maxAllowed) ?? null })),
  );
}

/** Active for the first hours, and something in it is earned by watching. */
function isMineable({ startAt, endAt, drops }: HistoryCampaign): boolean {
  return startAt <= moment && endAt > moment + activeAtLeastMs && drops.some(({ minutes }) => minutes > 0);
}

function firstOfEachGame(campaigns: readonly HistoryCampaign[]): HistoryCampaign[] {
  const seen = new Set<string>();
  return campaigns.filter(({ gameId }) => !seen.has(gameId) && seen.add(gameId));
}

function longestListFirst(a: HistoryCampaign, b: HistoryCampaign): number {
  return (b.channels?.length ?? 0) - (a.channels?.length ?? 0) || byId(a, b);
}

function mostDropsFirst(a: HistoryCampaign, b: HistoryCampaign): number {
  return b.drops.length - a.drops.length || byId(a, b);
}

function byId(a: HistoryCampaign, b: HistoryCampaign): number {
  return a.id < b.id ? -1 : 1;
}

import type { Cut } from '../../src/scenarios/cut.ts';
import { buildCut } from './build-cut.ts';
import type { HistoryCampaign } from './history.ts';

const from = Date.parse('2025-11-03T00:00:00Z');
const to = Date.parse('2025-12-01T00:00:00Z');
const gameCount = 100;
const maxAllowed = 20;

/** Every campaign that overlaps four weeks of November 2025, of the games that had most of them. */
export function cutRealWeeks(history: readonly HistoryCampaign[]): Cut {
  const overlapping = history.filter((campaign) => campaign.startAt < to && campaign.endAt > from);
  const busiest = busiestGameIds(overlapping);
  return buildCut(withShortLists(overlapping.filter((campaign) => busiest.has(campaign.gameId))));
}

function busiestGameIds(campaigns: readonly HistoryCampaign[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { gameId } of campaigns) counts.set(gameId, (counts.get(gameId) ?? 0) + 1);
  const ranked = [...counts].sort(([a, most], [b, next]) => next - most || Number(a) - Number(b));
  return new Set(ranked.slice(0, gameCount).map(([gameId]) => gameId));
}

/** Long lists keep the channels that their game lists most often, so that weekly campaigns keep sharing theirs. */
function withShortLists(campaigns: readonly HistoryCampaign[]): HistoryCampaign[] {
  const timesListed = new Map<string, number>();
  for (const { gameId, channels } of campaigns) {
    for (const number of channels ?? []) {
      timesListed.set(`${gameId} ${number}`, (timesListed.get(`${gameId} ${number}`) ?? 0) + 1);
    }
  }
  return campaigns.map((campaign) => {
    const times = (number: number) => timesListed.get(`${campaign.gameId} ${number}`) ?? 0;
    const ranked = campaign.channels && [...campaign.channels].sort((a, b) => times(b) - times(a) || a - b);
    return { ...campaign, channels: ranked?.slice(0, maxAllowed).sort((a, b) => a - b) ?? null };
  });
}

import type { ProgressView } from '@dropwise/contract';
import { type Campaign, type Drop, dropsOpen, type MinerState, remainingMinutes } from '@dropwise/core';
import type { ViewSource } from './view-source.ts';

const minuteMs = 60_000;

/** The drop that is being earned: of those that the watched campaign credits, the one that is done first. */
export function progressViewOf({ state, now }: ViewSource): ProgressView | null {
  const { watching } = state;
  const campaign = watching?.campaignId == null ? undefined : state.campaigns[watching.campaignId];
  if (campaign === undefined || watching === null) return null;
  const drop = firstDone(campaign, dropsOpen(campaign, state.settings, now));
  if (drop === null) return null;
  const { confirmedMinutes, estimatedMinutes, confirmedAt } = drop.progress;
  return {
    dropId: drop.id,
    dropName: drop.name,
    campaignId: campaign.id,
    campaignName: campaign.name,
    gameName: campaign.game.name,
    imageUrl: drop.benefits[0]?.imageUrl ?? campaign.imageUrl ?? campaign.game.boxArtUrl,
    requiredMinutes: drop.requiredMinutes,
    confirmedMinutes,
    estimatedMinutes,
    confirmedAt,
    finishesAt: finishOf(state, campaign, drop, Math.max(watching.since, confirmedAt ?? 0)),
  };
}

function firstDone(campaign: Campaign, drops: readonly Drop[]): Drop | null {
  let first: Drop | null = null;
  for (const drop of drops) {
    if (first === null || remainingMinutes(campaign, drop) < remainingMinutes(campaign, first)) first = drop;
  }
  return first;
}

/** The plan knows of pauses and of what comes between; without one, minute for minute from where the count stands. */
function finishOf({ plan }: MinerState, campaign: Campaign, drop: Drop, countedAt: number): number | null {
  const planned = plan?.forecasts.find(({ campaignId, dropId }) => campaignId === campaign.id && dropId === drop.id);
  if (planned === undefined) return countedAt + remainingMinutes(campaign, drop) * minuteMs;
  return 'finishesAt' in planned.forecast ? planned.forecast.finishesAt : null;
}

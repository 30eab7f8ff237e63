import { type Campaign, type Drop, noProgress, type PlanCampaign, type Supply } from '@dropwise/core';
import { benefitId, campaignId, channelId, dropId, gameId } from '@dropwise/kit';
import type { World, WorldCampaign } from './world.ts';

const minuteMs = 60_000;

/** Whether a campaign can be chosen by itself, or open ones only together with all of their game. */
export type LineKind = 'single' | 'of-game';

/** The world's campaigns as the planner takes them, with what has been watched as confirmed progress. */
export function createCampaignView(
  world: World,
  lines: LineKind = 'single',
): (campaign: WorldCampaign, watchedMinutes: number, supply: Supply) => PlanCampaign {
  const views = new Map<number, { readonly watchedMinutes: number; readonly view: Omit<PlanCampaign, 'supply'> }>();
  return (campaign, watchedMinutes, supply) => {
    let known = views.get(campaign.index);
    if (known?.watchedMinutes !== watchedMinutes) {
      const before = known?.view.campaign ?? coreCampaignOf(world, campaign);
      known = { watchedMinutes, view: viewOf(withWatched(before, watchedMinutes), lines) };
      views.set(campaign.index, known);
    }
    return { ...known.view, supply };
  };
}

/** Nothing watched yet. */
export function coreCampaignOf(world: World, source: WorldCampaign): Campaign {
  const { id, game, startMinute, endMinute, channels } = source;
  const [startsAt, endsAt] = [world.startsAt + startMinute * minuteMs, world.startsAt + endMinute * minuteMs];
  const gameName = world.gameIds[game] ?? '';
  return {
    id: campaignId(id),
    name: id,
    game: { id: gameId(gameName), name: gameName, slug: gameName, boxArtUrl: null },
    startsAt,
    endsAt,
    expired: false,
    linked: 'linked',
    linkUrl: null,
    detailsUrl: null,
    imageUrl: null,
    allowList: channels.length === 0 ? null : channels.map((each) => ({ id: channelId(`${each}`), login: `${each}` })),
    drops: source.thresholds.map((minutes, index) => dropOf(`${id}/${index + 1}`, minutes, startsAt, endsAt)),
    sources: ['inventory'],
  };
}

/** Drops that are complete are claimed at once. */
export function withWatched(campaign: Campaign, watchedMinutes: number): Campaign {
  const drops = campaign.drops.map((drop): Drop => {
    const confirmedMinutes = Math.min(drop.requiredMinutes, watchedMinutes);
    if (confirmedMinutes === drop.progress.confirmedMinutes) return drop;
    const progress = { ...drop.progress, confirmedMinutes };
    const isComplete = confirmedMinutes === drop.requiredMinutes;
    return { ...drop, progress, claim: isComplete ? { kind: 'claimed', at: campaign.startsAt } : drop.claim };
  });
  return { ...campaign, drops };
}

function dropOf(id: string, requiredMinutes: number, startsAt: number, endsAt: number): Drop {
  return {
    id: dropId(id),
    name: id,
    startsAt,
    endsAt,
    requiredMinutes,
    requiredSubs: 0,
    preconditionIds: [],
    benefits: [{ id: benefitId(id), name: id, kind: 'DIRECT_ENTITLEMENT', imageUrl: null }],
    progress: noProgress,
    claim: { kind: 'unclaimed' },
  };
}

/** Everything is wanted alike, and nothing is blocked. */
function viewOf(campaign: Campaign, lines: LineKind): Omit<PlanCampaign, 'supply'> {
  return {
    campaign,
    wishes: campaign.drops.map(() => 'want' as const),
    blocks: campaign.drops.map(() => null),
    line: lines === 'of-game' && campaign.allowList === null ? campaign.game.id : null,
  };
}

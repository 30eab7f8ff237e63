import { type Campaign, type Drop, noProgress, type PlanCampaign } from '@dropwise/core';
import { benefitId, campaignId, channelId, dropId, gameId } from '@dropwise/kit';
import type { World, WorldCampaign } from './world.ts';

const minuteMs = 60_000;

/** What of a campaign's planning changes without it: when it can be watched, and with which others it stands in line. */
export type Surroundings = Pick<PlanCampaign, 'supply' | 'line'>;

/** The world's campaigns as the planner takes them, with what has been watched as confirmed progress. */
export function createCampaignView(
  world: World,
): (campaign: WorldCampaign, watchedMinutes: number, surroundings: Surroundings) => PlanCampaign {
  const views = new Map<number, { readonly watchedMinutes: number; readonly view: View }>();
  return (campaign, watchedMinutes, surroundings) => {
    let known = views.get(campaign.index);
    if (known?.watchedMinutes !== watchedMinutes) {
      const before = known?.view.campaign ?? coreCampaignOf(world, campaign);
      known = { watchedMinutes, view: viewOf(withWatched(before, watchedMinutes)) };
      views.set(campaign.index, known);
    }
    return { ...known.view, ...surroundings };
  };
}

type View = Omit<PlanCampaign, keyof Surroundings>;

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
function viewOf(campaign: Campaign): View {
  return {
    campaign,
    wishes: campaign.drops.map(() => 'want' as const),
    blocks: campaign.drops.map(() => null),
  };
}

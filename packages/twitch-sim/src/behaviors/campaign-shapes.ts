import type { Origins } from '../doors/origins.ts';
import { type CampaignStatus, campaignStatusAt, type WorldCampaign, type WorldDrop } from '../world/campaigns.ts';
import type { WorldChannel } from '../world/channels.ts';
import type { World } from '../world/world.ts';

/**
 * The parts that Inventory, the dashboard and the details share. A key that appears in more than one of the three
 * answers is made here, so that its JSON type is the same in all: clients merge them. Protocol 3.5.
 */
export function sharedCampaignFields(world: World, campaign: WorldCampaign, origins: Origins) {
  const { id, name, startAt, endAt } = campaign.definition;
  return {
    id,
    name,
    status: campaignStatusAt(campaign, world.now()) satisfies CampaignStatus,
    startAt: isoOf(startAt),
    endAt: isoOf(endAt),
    detailsURL: `${origins.site}/drops/campaigns?dropID=${id}`,
    accountLinkURL: `${origins.site}/drops/link/${campaign.game.slug}`,
    self: { isAccountConnected: campaign.linked, __typename: 'DropCampaignSelfEdge' },
  };
}

export function ownerOf(campaign: WorldCampaign) {
  const id = `aa000000-0000-4000-8000-${campaign.game.id.padStart(12, '0')}`;
  return { id, name: `${campaign.game.name} Publishing`, __typename: 'Organization' };
}

export function campaignImage(campaign: WorldCampaign, origins: Origins): string {
  return `${origins.images}/sim/campaign/${campaign.definition.id}.png`;
}

/** `channels` is null for a campaign that every channel of the game counts for. */
export function allowOf(world: World, campaign: WorldCampaign, shape: (channel: WorldChannel) => unknown) {
  if (campaign.allowedChannelIds === null) return { channels: null };
  const channels: unknown[] = [];
  for (const id of campaign.allowedChannelIds) {
    const channel = world.channels.find(id);
    if (channel !== undefined) channels.push(shape(channel));
  }
  return { channels };
}

export function boxArt(gameId: string, size: string, origins: Origins): string {
  return `${origins.images}/ttv-boxart/${gameId}-${size}.jpg`;
}

/** Everything of a drop but what is about the viewer. */
export function dropFields(drop: WorldDrop) {
  const { id, name, startAt, endAt, preconditionIds, requiredMinutes, requiredSubs } = drop.definition;
  return {
    id,
    name,
    startAt: isoOf(startAt),
    endAt: isoOf(endAt),
    preconditionDrops: preconditionIds.length === 0 ? null : preconditionIds.map((each) => ({ id: each })),
    requiredMinutesWatched: requiredMinutes,
    requiredSubs,
  };
}

export function benefitImage(benefitId: string, origins: Origins): string {
  return `${origins.images}/sim/benefit/${benefitId}.png`;
}

/** Whole seconds without a fraction, as Twitch does; peers parse both forms. Protocol 3.6. */
export function isoOf(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

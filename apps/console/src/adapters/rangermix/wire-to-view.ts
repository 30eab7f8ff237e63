import type { CampaignView, ChannelView, DropView, ProgressView } from '@dropwise/contract';
import { benefitKinds } from '@dropwise/core';
import { loginOf } from '../lines/meanings.ts';
import type { WireCampaign, WireChannel, WireDrop, WireProgress } from './wire.ts';

/** Whether it is watched, only the session knows for certain. */
export function channelViewOf(wire: WireChannel, isWatching: boolean): ChannelView {
  return {
    id: String(wire.id),
    login: loginOf(wire.name),
    displayName: wire.name,
    live: wire.online,
    game: wire.game,
    gameId: wire.game_id === null ? null : String(wire.game_id),
    viewers: wire.viewers,
    title: null,
    allowListed: wire.acl_based,
    drops: wire.drops_enabled,
    watching: isWatching,
    doubtfulUntil: null,
  };
}

export function campaignViewOf(wire: WireCampaign): CampaignView {
  return {
    id: wire.id,
    name: wire.name,
    game: wire.game_name,
    gameId: null,
    boxArtUrl: wire.game_box_art_url,
    startsAt: wire.starts_at,
    endsAt: wire.ends_at,
    state: wire.active ? 'active' : wire.upcoming ? 'upcoming' : 'expired',
    linked: wire.linked ? 'linked' : 'unlinked',
    linkUrl: wire.link_url,
    detailsUrl: wire.campaign_url,
    imageUrl: wire.game_box_art_url,
    allowList: null,
    claimedDrops: wire.claimed_drops,
    drops: wire.drops.map(dropViewOf),
    whyNot: null,
  };
}

export function dropViewOf(wire: WireDrop): DropView {
  return {
    id: wire.id,
    name: wire.name,
    startsAt: wire.starts_at,
    endsAt: wire.ends_at,
    requiredMinutes: wire.required_minutes,
    // It counts minutes itself between Twitch's reports, and shows one number.
    confirmedMinutes: null,
    estimatedMinutes: wire.current_minutes,
    confirmedAt: null,
    claim: wire.is_claimed ? 'claimed' : wire.can_claim ? 'ready' : 'unclaimed',
    claimLink: null,
    benefits: wire.benefits.map(({ name, type, image_url }) => ({
      name,
      kind: benefitKinds.find((kind) => kind === type) ?? 'UNKNOWN',
      imageUrl: image_url,
    })),
    preconditionIds: [],
    wish: null,
    forecast: null,
    whyNot: null,
  };
}

export function progressViewOf(wire: WireProgress, campaign: CampaignView | undefined, now: number): ProgressView {
  const drop = campaign?.drops.find(({ id }) => id === wire.drop_id);
  return {
    dropId: wire.drop_id,
    dropName: wire.drop_name,
    campaignId: wire.campaign_id,
    campaignName: wire.campaign_name,
    gameName: wire.game_name,
    imageUrl: drop?.benefits[0]?.imageUrl ?? null,
    requiredMinutes: wire.required_minutes,
    confirmedMinutes: null,
    estimatedMinutes: wire.current_minutes,
    confirmedAt: null,
    finishesAt: now + wire.remaining_seconds * 1_000,
  };
}

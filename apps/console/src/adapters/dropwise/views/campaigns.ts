import type { CampaignView, DropView, WhyNotView } from '@dropwise/contract';
import {
  type Campaign,
  type Channel,
  type Drop,
  type Forecast,
  isActive,
  isUpcoming,
  type WhyNot,
  type WhyNotContext,
  type WishReader,
  whyNotCampaign,
  whyNotContext,
  whyNotDrop,
  wishReader,
} from '@dropwise/core';
import { nearbyChannelsReader } from './nearby-channels.ts';
import type { ViewSource } from './view-source.ts';

/** Some campaigns list thousands of channels; nobody reads further. */
const maxAllowListed = 100;

export function campaignViewsOf({ state, now }: ViewSource): Readonly<Record<string, CampaignView>> {
  const context = whyNotContext(state, now);
  const channelsNear = nearbyChannelsReader(state);
  const reading: Reading = {
    wish: wishReader(state.settings),
    forecasts: new Map(
      (state.plan?.forecasts ?? []).map((each) => [`${each.campaignId} ${each.dropId}`, each.forecast]),
    ),
    contextOf: (campaign) => ({ ...context, channels: channelsNear(campaign) }),
    now,
  };
  const views: Record<string, CampaignView> = {};
  for (const campaign of Object.values(state.campaigns)) views[campaign.id] = campaignView(reading, campaign);
  return views;
}

interface Reading {
  readonly wish: WishReader;
  readonly forecasts: ReadonlyMap<string, Forecast>;
  readonly contextOf: (campaign: Campaign) => WhyNotContext & { readonly channels: readonly Channel[] };
  readonly now: number;
}

function campaignView(reading: Reading, campaign: Campaign): CampaignView {
  const { id, name, game, startsAt, endsAt, linked, linkUrl, detailsUrl, imageUrl, allowList, drops } = campaign;
  const context = reading.contextOf(campaign);
  return {
    id,
    name,
    game: game.name,
    gameId: game.id,
    boxArtUrl: game.boxArtUrl,
    startsAt,
    endsAt,
    state: isActive(campaign, reading.now) ? 'active' : isUpcoming(campaign, reading.now) ? 'upcoming' : 'expired',
    linked,
    linkUrl,
    detailsUrl,
    imageUrl,
    allowList: allowList === null ? null : allowList.slice(0, maxAllowListed).map(({ login }) => login),
    claimedDrops: drops.filter(({ claim }) => claim.kind === 'claimed').length,
    drops: drops.map((drop) => dropView(reading, context, campaign, drop)),
    whyNot: whyNotView(whyNotCampaign(context, campaign)),
  };
}

function dropView(reading: Reading, context: WhyNotContext, campaign: Campaign, drop: Drop): DropView {
  const { id, name, startsAt, endsAt, requiredMinutes, progress, claim, benefits, preconditionIds } = drop;
  return {
    id,
    name,
    startsAt,
    endsAt,
    requiredMinutes,
    confirmedMinutes: progress.confirmedMinutes,
    estimatedMinutes: progress.estimatedMinutes,
    confirmedAt: progress.confirmedAt,
    claim: claim.kind,
    claimLink: claim.kind === 'byHand' ? claim.link : null,
    benefits: benefits.map((benefit) => ({ name: benefit.name, kind: benefit.kind, imageUrl: benefit.imageUrl })),
    preconditionIds: [...preconditionIds],
    wish: reading.wish(campaign, drop),
    forecast: reading.forecasts.get(`${campaign.id} ${drop.id}`)?.kind ?? null,
    whyNot: whyNotView(whyNotDrop(context, campaign, drop)),
  };
}

function whyNotView({ code, sentence, value, names, link }: WhyNot): WhyNotView {
  const whyNot = { code, sentence, value: value || null, link: link ?? null };
  return names === undefined ? whyNot : { ...whyNot, names: [...names] };
}

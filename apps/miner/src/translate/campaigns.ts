import type { BenefitKind, CampaignReport, CampaignSource, DropReport, Game } from '@dropwise/core';
import { slugOf } from '@dropwise/kit';
import type { TwitchAward, TwitchBenefit, TwitchCampaign, TwitchDrop, TwitchGame } from '@dropwise/twitch';

export function campaignReportOf(campaign: TwitchCampaign, source: CampaignSource): CampaignReport {
  const { id, name, game, startsAt, endsAt, status, linked, linkUrl, detailsUrl, imageUrl, allowList, drops } =
    campaign;
  return {
    source,
    id,
    name,
    game: game === null ? null : gameOf(game),
    startsAt,
    endsAt,
    expired: status === 'EXPIRED',
    // Neither knows the account. Protocol 3.14, 5.7.
    linked: source === 'catalogue' || source === 'available-drops' ? undefined : linked,
    linkUrl,
    detailsUrl,
    imageUrl,
    allowList:
      allowList?.map((channel) => ({ id: channel.id, login: channel.login })) ?? (allowList as null | undefined),
    drops: drops?.map(dropReportOf),
  };
}

/** A game without a slug gets the one that Twitch's rule gives its name. Protocol 3.10. */
export function gameOf(game: TwitchGame): Game {
  return { id: game.id, name: game.name, slug: game.slug ?? slugOf(game.name), boxArtUrl: game.boxArtUrl };
}

function dropReportOf(drop: TwitchDrop): DropReport {
  return { ...drop, benefits: drop.benefits.map(benefitOf) };
}

const knownKinds: readonly BenefitKind[] = ['DIRECT_ENTITLEMENT', 'BADGE', 'EMOTE', 'CODE'];

function benefitOf(benefit: TwitchBenefit) {
  const { id, name, distributionType, imageUrl } = benefit;
  return { id, name, kind: knownKinds.find((kind) => kind === distributionType) ?? 'UNKNOWN', imageUrl };
}

/**
 * Whether the accounts behind link addresses are connected, as past rewards tell: the only word on it for campaigns from
 * sources that know no account. Protocol 5.7.
 */
export function linksOf(awards: readonly TwitchAward[]): ReadonlyMap<string, boolean> {
  const links = new Map<string, boolean>();
  for (const { requiredLinkUrl, connected } of awards) {
    if (requiredLinkUrl !== null && connected !== null) links.set(requiredLinkUrl, connected);
  }
  return links;
}

export function withLink(report: CampaignReport, links: ReadonlyMap<string, boolean>): CampaignReport {
  if (report.linked !== undefined || !report.linkUrl) return report;
  const linked = links.get(report.linkUrl);
  return linked === undefined ? report : { ...report, linked };
}

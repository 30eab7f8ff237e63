import { assertNever, type CampaignId, fail, type Result, slugOf, succeed } from '@dropwise/kit';
import type { AllowedChannel, Campaign, CampaignSource, Game, Linked } from './campaign.ts';
import { campaignProblem } from './campaign-problem.ts';
import { mergeDrops } from './merge-drops.ts';
import type { CampaignReport, ClaimedBenefits, DropReport } from './report.ts';

/** Most trusted first. Protocol 3.5, 5.7. */
export const sourcesByTrust: readonly CampaignSource[] = [
  'inventory',
  'details',
  'dashboard',
  'available-drops',
  'catalogue',
];

export interface MergeFailure {
  readonly id: CampaignId;
  /** A sentence: what was expected, what was found. */
  readonly problem: string;
}

/**
 * One campaign out of what is known and what the sources say now. Each field comes from the most trusted source that
 * carries it; what is known stands in where none does, and outranks the sources that are trusted less than those it
 * came from. Fails on a campaign that cannot be mined safely, so that it can be set aside alone. Protocol 3.5, 3.6, 5.7.
 *
 * @throws RangeError when there is neither a known campaign nor a report.
 */
export function mergeReports(
  known: Campaign | null,
  reports: readonly CampaignReport[],
  claimed: ClaimedBenefits,
  now: number,
): Result<Campaign, MergeFailure> {
  const ranked = [...reports].sort((a, b) => trustOf(a.source) - trustOf(b.source));
  const id = ranked[0]?.id ?? known?.id;
  if (id === undefined) throw new RangeError('expected a known campaign or at least one report, found neither');
  const voices = withKnown(ranked, known);
  const game = mergeGame(ranked, voices);
  const best = voices[0];
  if (game === null || best === undefined)
    return fail({ id, problem: `Campaign ${quote(best?.name ?? id)} names no game.` });
  const campaign: Campaign = {
    id,
    name: best.name,
    game,
    startsAt: best.startsAt,
    endsAt: best.endsAt,
    expired: best.expired,
    linked: mergeLinked(known, ranked),
    linkUrl: firstCarried(voices, (voice) => voice.linkUrl) ?? null,
    detailsUrl: firstCarried(voices, (voice) => voice.detailsUrl) ?? null,
    imageUrl: firstCarried(voices, (voice) => voice.imageUrl) ?? null,
    allowList: mergeAllowList(firstCarried(voices, (voice) => voice.allowList) ?? null),
    drops: mergeDrops(known?.drops ?? [], dropsOf(ranked, known), claimed, now),
    sources: sourcesByTrust.filter(
      (source) => known?.sources.includes(source) || ranked.some((report) => report.source === source),
    ),
  };
  if (campaign.drops.length === 0 && ranked.every((report) => report.drops === undefined)) {
    return fail({ id, problem: `Campaign ${quote(best.name)} is listed, but no source has told its drops yet.` });
  }
  const problem = campaignProblem(campaign);
  return problem === null ? succeed(campaign) : fail({ id, problem });
}

/** What a report and a known campaign have in common. */
type Voice = Pick<CampaignReport, 'name' | 'game' | 'startsAt' | 'endsAt' | 'expired'> & {
  readonly linkUrl: string | null | undefined;
  readonly detailsUrl: string | null | undefined;
  readonly imageUrl: string | null | undefined;
  readonly allowList: readonly AllowedChannel[] | null | undefined;
};

function trustOf(source: CampaignSource): number {
  return sourcesByTrust.indexOf(source);
}

/** Twitch's lists for the account, what Twitch names on a channel, and what others publish. */
function tierOf(source: CampaignSource): number {
  switch (source) {
    case 'inventory':
    case 'details':
    case 'dashboard':
      return 0;
    case 'available-drops':
      return 1;
    case 'catalogue':
      return 2;
    default:
      return assertNever(source);
  }
}

/** The reports, most trusted first, with what is known after those of its own tier. */
function withKnown(ranked: readonly CampaignReport[], known: Campaign | null): readonly Voice[] {
  if (known === null) return ranked;
  const knownTier = Math.min(...known.sources.map(tierOf));
  const atLeastAsTrusted = ranked.filter((report) => tierOf(report.source) <= knownTier);
  return [...atLeastAsTrusted, known, ...ranked.filter((report) => tierOf(report.source) > knownTier)];
}

function firstCarried<Value>(voices: readonly Voice[], read: (voice: Voice) => Value | undefined): Value | undefined {
  for (const voice of voices) {
    const value = read(voice);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The first game that is named, completed by what others say of the same game: box art, and a slug that Twitch spelled out. */
function mergeGame(ranked: readonly CampaignReport[], voices: readonly Voice[]): Game | null {
  const games = voices.map((voice) => voice.game).filter((game) => game !== null);
  const game = games[0];
  if (game === undefined) return null;
  const same = games.filter((other) => other.id === game.id);
  // A slug that the rule of 3.10 would not give was not computed from the name: it came from Twitch.
  const spelled = ranked.length === 0 ? undefined : same.find((other) => other.slug !== slugOf(other.name));
  const pictured = same.find((other) => other.boxArtUrl !== null);
  return { ...game, slug: spelled?.slug ?? game.slug, boxArtUrl: pictured?.boxArtUrl ?? null };
}

function mergeLinked(known: Campaign | null, ranked: readonly CampaignReport[]): Linked {
  const said = ranked.find((report) => report.linked !== undefined)?.linked;
  if (said !== undefined) return said ? 'linked' : 'unlinked';
  const before = known?.linked ?? 'unknown';
  if (before !== 'unknown') return before;
  // Twitch credits no minute without the link: a credited one proves it. Protocol 5.7.
  const inventory = ranked.find((report) => report.source === 'inventory');
  return inventory?.drops?.some((drop) => (drop.self?.minutes ?? 0) > 0) ? 'linked' : 'unknown';
}

/** An empty list means the same as none: every channel. Protocol 3.6. */
function mergeAllowList(channels: readonly AllowedChannel[] | null): readonly AllowedChannel[] | null {
  if (channels === null || channels.length === 0) return null;
  return [...new Map(channels.map((channel) => [channel.id, channel])).values()];
}

/** The drops of the most trusted report that carries some, as a whole; otherwise the known ones. */
function dropsOf(ranked: readonly CampaignReport[], known: Campaign | null): readonly DropReport[] {
  const knownDrops = (known?.drops ?? []).map((drop) => ({ ...drop, self: null }));
  const carrying = ranked.filter((report) => report.drops !== undefined);
  const best = carrying[0];
  if (best?.drops === undefined) return knownDrops;
  const knownInFull = known?.sources.some((source) => source === 'inventory' || source === 'details') ?? false;
  if (knownDrops.length > 0 && knownInFull && tierOf(best.source) > 0) return knownDrops;
  if (best.source !== 'available-drops') return best.drops;
  const fuller = [...carrying.slice(1).flatMap((report) => report.drops ?? []), ...(known?.drops ?? [])];
  return best.drops.map((drop) => completeDrop(drop, fuller));
}

/** `AvailableDrops` names neither preconditions nor subscriptions (3.14): another source's word on them stands. */
function completeDrop(
  drop: DropReport,
  fuller: readonly Pick<DropReport, 'id' | 'preconditionIds' | 'requiredSubs'>[],
): DropReport {
  const other = fuller.find((each) => each.id === drop.id);
  if (other === undefined) return drop;
  return {
    ...drop,
    preconditionIds: drop.preconditionIds.length > 0 ? drop.preconditionIds : other.preconditionIds,
    requiredSubs: drop.requiredSubs > 0 ? drop.requiredSubs : other.requiredSubs,
  };
}

function quote(name: string): string {
  return `“${name}”`;
}

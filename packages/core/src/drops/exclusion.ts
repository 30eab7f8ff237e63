import type { MiningSettings } from '../mining/settings.ts';
import { ownerWishOf } from '../planning/wish-of-owner.ts';
import type { Campaign, Drop } from './campaign.ts';
import { comparableName } from './comparable-name.ts';
import type { NamedCampaign } from './named-campaign.ts';
import { followersOf } from './preconditions.ts';

export interface Exclusion {
  readonly rule: 'game' | 'campaign' | 'drop' | 'keyword' | 'wish' | 'benefit';
  /** The entry of the settings that matched: a name, an id, a part of a name or a benefit kind. */
  readonly value: string;
}

/**
 * Why the owner does not want the drop, or with `null` the whole campaign: the first rule that matches, in the
 * order of `Exclusion.rule`. Benefit kinds are judged on drops only, and a drop on the way to a wanted one is
 * never excluded by them.
 *
 * A wish of `never` excludes too, unless something nearer says otherwise, or the drop is on the way to one that has a
 * wish of its own: who asks for that one drop by its id asks for the way there.
 */
export function exclusionOf(campaign: Campaign, drop: Drop | null, settings: MiningSettings): Exclusion | null {
  const named = namedExclusion(campaign, drop, settings);
  if (named !== null) return named;
  const refused = refusedBy(campaign, drop, settings);
  if (refused !== null) return { rule: 'wish', value: refused };
  if (drop === null) return null;
  const kind = unwantedKind(drop, settings);
  if (kind === null || leadsToWanted(campaign, drop, settings)) return null;
  return { rule: 'benefit', value: kind };
}

/** Whether an unclaimed drop with a wanted benefit needs this one first. */
export function leadsToWanted(campaign: Campaign, drop: Drop, settings: MiningSettings): boolean {
  return followersOf(campaign, drop).some(
    (follower) =>
      follower.requiredMinutes > 0 &&
      follower.claim.kind !== 'claimed' &&
      follower.benefits.length > 0 &&
      unwantedKind(follower, settings) === null &&
      namedExclusion(campaign, follower, settings) === null &&
      ownerWishOf(campaign, follower, settings.wishes)?.wish !== 'never',
  );
}

/** The wish that keeps the drop, or with `null` every drop of the campaign, from being mined. */
function refusedBy(campaign: Campaign, drop: Drop | null, settings: MiningSettings): string | null {
  const said = ownerWishOf(campaign, drop, settings.wishes);
  if (said?.wish !== 'never') return null;
  const wished = drop === null ? campaign.drops : followersOf(campaign, drop);
  return wished.some((other) => isWishedForItself(campaign, other, settings)) ? null : said.entry;
}

function isWishedForItself(campaign: Campaign, drop: Drop, settings: MiningSettings): boolean {
  const said = ownerWishOf(campaign, drop, settings.wishes);
  return (
    said?.of === 'drop' &&
    said.wish !== 'never' &&
    drop.requiredMinutes > 0 &&
    drop.claim.kind !== 'claimed' &&
    namedExclusion(campaign, drop, settings) === null
  );
}

/** Exclusions by name and id; of wishes and benefits they know nothing. */
export function namedExclusion(
  campaign: NamedCampaign,
  drop: Drop | null,
  settings: Pick<MiningSettings, 'exclude'>,
): Exclusion | null {
  const { games, campaigns, drops, keywords } = settings.exclude;
  const game = findSame(games, [campaign.game.name]);
  if (game !== undefined) return { rule: 'game', value: game };
  const excludedCampaign = findSame(campaigns, [campaign.id, campaign.name]);
  if (excludedCampaign !== undefined) return { rule: 'campaign', value: excludedCampaign };
  const excludedDrop = drop === null ? undefined : findSame(drops, [drop.id]);
  if (excludedDrop !== undefined) return { rule: 'drop', value: excludedDrop };
  const keyword = findPart(keywords, drop === null ? [campaign.name] : [campaign.name, drop.name]);
  return keyword === undefined ? null : { rule: 'keyword', value: keyword };
}

/** The kind that makes the drop unwanted: none of its benefits is of a kind that is switched on. */
function unwantedKind(drop: Drop, settings: MiningSettings): string | null {
  const first = drop.benefits[0];
  if (first === undefined || drop.benefits.some((benefit) => settings.benefits[benefit.kind])) return null;
  return first.kind;
}

function findSame(entries: readonly string[], names: readonly string[]): string | undefined {
  if (entries.length === 0) return undefined;
  const lowered = names.map(comparableName);
  return entries.find((entry) => lowered.includes(comparableName(entry)));
}

function findPart(parts: readonly string[], names: readonly string[]): string | undefined {
  if (parts.length === 0) return undefined;
  const lowered = names.map((name) => name.toLowerCase());
  return parts.find((part) => {
    const wanted = comparableName(part);
    // An empty part is in every name: it would silently exclude everything.
    return wanted !== '' && lowered.some((name) => name.includes(wanted));
  });
}

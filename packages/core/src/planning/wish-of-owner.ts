import { comparableName } from '../drops/comparable-name.ts';
import type { NamedCampaign } from '../drops/named-campaign.ts';
import type { Wish, Wishes } from './wish.ts';

/** A wish as it stands in the settings. */
export interface OwnerWish {
  readonly wish: Wish;
  /** Whose wish it is; the others inherit it. */
  readonly of: 'game' | 'campaign' | 'drop';
  /** The entry as the owner wrote it: a name or an id. */
  readonly entry: string;
}

/**
 * What the owner said of the drop, or with `null` of the whole campaign: the nearest of drop ← campaign (by id, then by
 * its exact name) ← game. Null = nothing. Exclusions and defaults are not in it: see `wishOf`.
 */
export function ownerWishOf(
  campaign: NamedCampaign,
  drop: { readonly id: string } | null,
  wishes: Wishes,
): OwnerWish | null {
  const { games, campaigns, drops } = indexOf(wishes);
  return (
    (drop === null ? undefined : find(drops, drop.id)) ??
    find(campaigns, campaign.id) ??
    find(campaigns, campaign.name) ??
    find(games, campaign.game.name) ??
    null
  );
}

type Index = ReadonlyMap<string, OwnerWish>;

interface WishIndex {
  readonly games: Index;
  readonly campaigns: Index;
  readonly drops: Index;
}

/**
 * Every decision asks for every drop, so names are made comparable once for each settings object and not at each
 * question. Lives as long as the settings do.
 */
const indexes = new WeakMap<Wishes, WishIndex>();

function indexOf(wishes: Wishes): WishIndex {
  const known = indexes.get(wishes);
  if (known !== undefined) return known;
  const index: WishIndex = {
    games: indexNames('game', wishes.games),
    campaigns: indexNames('campaign', wishes.campaigns),
    drops: indexNames('drop', wishes.drops),
  };
  indexes.set(wishes, index);
  return index;
}

/** Of names that differ only in case the last one counts. */
function indexNames(of: OwnerWish['of'], wishes: Readonly<Record<string, Wish>>): Index {
  return new Map(Object.entries(wishes).map(([entry, wish]) => [comparableName(entry), { wish, of, entry }]));
}

function find(index: Index, name: string): OwnerWish | undefined {
  return index.size === 0 ? undefined : index.get(comparableName(name));
}

import type { Campaign, Drop } from '../drops/campaign.ts';
import { comparableName } from '../drops/comparable-name.ts';
import { exclusionOf } from '../drops/exclusion.ts';
import type { MiningSettings } from '../mining/settings.ts';
import type { Wish } from './wish.ts';
import { ownerWishOf } from './wish-of-owner.ts';

/** How much the owner wants each drop, by settings that were read once. */
export type WishReader = (campaign: Campaign, drop: Drop) => Wish;

/**
 * Exclusions always win: `never`. Then the nearest wish counts, drop ← campaign ← game, so that a `must` on a drop stands
 * against a `never` on its game. Where nothing is said, games on the priority list are `want` and others `fill`;
 * without a list everything is `want`.
 *
 * What must come before a wanted drop is not wanted by that: the planner passes through it, as long as `exclusionOf`
 * has nothing against it.
 */
export function wishReader(settings: MiningSettings): WishReader {
  const listed = new Set(settings.priority.map(comparableName));
  const unsaid = (campaign: Campaign): Wish =>
    listed.size === 0 || listed.has(comparableName(campaign.game.name)) ? 'want' : 'fill';
  return (campaign, drop) => {
    if (exclusionOf(campaign, drop, settings) !== null) return 'never';
    return ownerWishOf(campaign, drop, settings.wishes)?.wish ?? unsaid(campaign);
  };
}

/** For one question; `wishReader` for many. */
export function wishOf(campaign: Campaign, drop: Drop, settings: MiningSettings): Wish {
  return wishReader(settings)(campaign, drop);
}

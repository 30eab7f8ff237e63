import type { TriedWishes, Wish, Wishes } from '@dropwise/core';
import { comparable, patchesFor, type WishPatch, type WishScope, type WishTarget } from './wish-patch.ts';

/** A wish that is tried and not kept yet; `wish` null = as its parent. */
export interface DraftChange {
  readonly target: WishTarget;
  readonly wish: Wish | null;
}

/** More at once nobody looks through; the oldest make room. */
export const maxDraftChanges = 50;

/** The draft with one more change; what says the same as the settings is no change. */
export function withChange(draft: readonly DraftChange[], change: DraftChange, kept: Wishes): readonly DraftChange[] {
  const others = draft.filter(({ target }) => !isSame(target, change.target));
  const ownBefore = Object.entries(kept[change.target.scope]).find(
    ([entry]) => comparable(entry) === comparable(change.target.entry),
  );
  const nameStays = change.wish === null && hasNamed(kept, change.target);
  if ((ownBefore?.[1] ?? null) === change.wish && !nameStays) return others;
  return [...others, change].slice(-maxDraftChanges);
}

function hasNamed(kept: Wishes, { scope, alsoNamed }: WishTarget): boolean {
  if (alsoNamed === undefined) return false;
  return Object.keys(kept[scope]).some((entry) => comparable(entry) === comparable(alsoNamed));
}

export function isSame(a: WishTarget, b: WishTarget): boolean {
  return a.scope === b.scope && comparable(a.entry) === comparable(b.entry);
}

export function patchesOf(draft: readonly DraftChange[]): readonly WishPatch[] {
  return draft.flatMap(({ target, wish }) => patchesFor(target, wish));
}

/** What the console is asked to try, in the place of the kept ones. */
export function wishesToTry(draft: readonly DraftChange[]): TriedWishes {
  const tried: Record<WishScope, Record<string, Wish | null>> = { games: {}, campaigns: {}, drops: {} };
  for (const { scope, name, entries } of patchesOf(draft)) {
    if (entries.length === 0) tried[scope][name] = null;
    for (const [entry, wish] of entries) tried[scope][entry] = wish;
  }
  return tried;
}

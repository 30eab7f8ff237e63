import type { CampaignView } from '@dropwise/contract';
import type { Wish, Wishes } from '@dropwise/core';
import { assertNever } from '@dropwise/kit';
import { applyPatches, comparable, patchesFor, type WishPatch, type WishTarget } from './wish-patch.ts';
import { readGameWish, readWish, type WishSettings } from './wish-reading.ts';

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

/**
 * What the console is asked to try. Wishes that are tried stand in front of the kept ones, so one that is taken away
 * is tried as what it would inherit.
 */
export function wishesToTry(
  draft: readonly DraftChange[],
  settings: WishSettings,
  campaigns: Readonly<Record<string, CampaignView>>,
): Wishes {
  const after = { wishes: applyPatches(settings.wishes, patchesOf(draft)), priority: settings.priority };
  const tried: Record<'games' | 'campaigns' | 'drops', Record<string, Wish>> = { games: {}, campaigns: {}, drops: {} };
  for (const { target, wish } of draft) {
    const said = wish ?? inherited(target, after, campaigns);
    if (said !== null) tried[target.scope][target.entry] = said;
  }
  return tried;
}

function inherited(
  { scope, entry }: WishTarget,
  after: Pick<WishSettings, 'wishes' | 'priority'>,
  campaigns: Readonly<Record<string, CampaignView>>,
): Wish | null {
  switch (scope) {
    case 'games':
      return readGameWish(entry, after).wish;
    case 'campaigns': {
      const campaign = Object.hasOwn(campaigns, entry) ? campaigns[entry] : undefined;
      return campaign === undefined ? null : readWish({ ...campaign, whyNot: null }, null, after).wish;
    }
    case 'drops': {
      const campaign = Object.values(campaigns).find(({ drops }) => drops.some(({ id }) => id === entry));
      return campaign === undefined ? null : readWish(campaign, { id: entry, whyNot: null }, after).wish;
    }
    default:
      return assertNever(scope);
  }
}

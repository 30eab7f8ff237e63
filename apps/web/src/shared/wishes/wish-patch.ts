import type { Wish, Wishes } from '@dropwise/core';

export type WishScope = 'games' | 'campaigns' | 'drops';

/** What a wish is said of. */
export interface WishTarget {
  readonly scope: WishScope;
  /** How it stands in the settings: a game's name, a campaign's or a drop's id. */
  readonly entry: string;
  /** For people. */
  readonly name: string;
  /** Other entries of the settings that mean the same: a campaign may stand there by its name. */
  readonly alsoNamed?: string;
}

/** What the settings say of one name, in whichever case it is written; nothing = no wish of its own. */
export interface WishPatch {
  readonly scope: WishScope;
  /** As it is compared. */
  readonly name: string;
  readonly entries: readonly (readonly [entry: string, wish: Wish])[];
}

/** Names in the settings are compared without case and blanks around them. */
export function comparable(name: string): string {
  return name.trim().toLowerCase();
}

/** `null` takes the wish away, so that the target has its parent's. */
export function patchesFor(target: WishTarget, wish: Wish | null): readonly WishPatch[] {
  const { scope, entry, alsoNamed } = target;
  const own: WishPatch = {
    scope,
    name: comparable(entry),
    entries: wish === null ? [] : [[entry, wish]],
  };
  if (alsoNamed === undefined || comparable(alsoNamed) === own.name) return [own];
  // An id counts before a name: only where nothing is to be left must the name go, too.
  return wish === null ? [own, { scope, name: comparable(alsoNamed), entries: [] }] : [own];
}

export function applyPatches(wishes: Wishes, patches: readonly WishPatch[]): Wishes {
  const after = { games: wishes.games, campaigns: wishes.campaigns, drops: wishes.drops };
  for (const { scope, name, entries } of patches) {
    const others = Object.entries(after[scope]).filter(([entry]) => comparable(entry) !== name);
    after[scope] = Object.fromEntries([...others, ...entries]);
  }
  return after;
}

/** What takes the patches back, whatever else was changed since. */
export function inverseOf(before: Wishes, patches: readonly WishPatch[]): readonly WishPatch[] {
  return patches.map(({ scope, name }) => ({
    scope,
    name,
    entries: Object.entries(before[scope]).filter(([entry]) => comparable(entry) === name),
  }));
}

/** The settings to send: only the maps that the patches are about. */
export function settingsFor(after: Wishes, patches: readonly WishPatch[]): Readonly<Record<string, unknown>> {
  const scopes = new Set(patches.map(({ scope }) => scope));
  return Object.fromEntries([...scopes].map((scope) => [`mining.wishes.${scope}`, after[scope]]));
}

/** How much the owner wants something, most first. `never` is not even planned. */
export type Wish = 'must' | 'want' | 'fill' | 'never';
export const wishes: readonly Wish[] = ['must', 'want', 'fill', 'never'];

/** The wishes that are planned for: a higher one is never given up for any number of lower ones. */
export type Tier = Exclude<Wish, 'never'>;
export const tiers: readonly Tier[] = ['must', 'want', 'fill'];

/**
 * What the owner said; what is not named inherits from its parent: drop ← campaign ← game ← everything. How they are
 * read: `wish-of.ts`.
 */
export interface Wishes {
  /** By game name, without case. */
  readonly games: Readonly<Record<string, Wish>>;
  /** By campaign id or exact name, without case. */
  readonly campaigns: Readonly<Record<string, Wish>>;
  /** By drop id. */
  readonly drops: Readonly<Record<string, Wish>>;
}

/** Wishes for a "what if"; null takes the one away that the settings have, so that its parent's counts. */
export type TriedWishes = { readonly [Kind in keyof Wishes]: Readonly<Record<string, Wish | null>> };

export const noWishes: Wishes = { games: {}, campaigns: {}, drops: {} };

/** What the plan makes the most of inside a tier. */
export type PlanGoal = 'drops' | 'campaigns';
export const planGoals: readonly PlanGoal[] = ['drops', 'campaigns'];

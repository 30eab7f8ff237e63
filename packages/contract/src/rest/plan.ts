import { wishes } from '@dropwise/core';
import * as v from 'valibot';
import { planView } from '../views/plan.ts';

/** `plan: null`: there is none, and `sentence` says why. */
export const planAnswer = v.object({ plan: v.nullable(planView), sentence: v.string() });

const maxWishes = 2_000;
const wishMap = v.pipe(
  v.record(v.pipe(v.string(), v.nonEmpty(), v.maxLength(200)), v.nullable(v.picklist(wishes))),
  v.maxEntries(maxWishes, `expected at most ${maxWishes} wishes of a kind`),
);

/**
 * Wishes to try in the place of the settings' own; null takes one away. What is left out stays as it is. Nothing is changed by
 * trying.
 */
export const planPreviewBody = v.strictObject({
  wishes: v.strictObject({
    games: v.optional(wishMap, {}),
    campaigns: v.optional(wishMap, {}),
    drops: v.optional(wishMap, {}),
  }),
});

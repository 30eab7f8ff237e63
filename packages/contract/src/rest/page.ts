import * as v from 'valibot';
import { instantParameter } from './instant-parameter.ts';
import { wholeNumberParameter } from './whole-number-parameter.ts';

export const maxPageItems = 1_000;

const sequence = wholeNumberParameter(0, Number.MAX_SAFE_INTEGER);

/** `since` inclusive, `until` exclusive. */
export const rangeParameters = {
  since: v.exactOptional(instantParameter()),
  until: v.exactOptional(instantParameter()),
};

/** Newest first, unless `after` is given: then what is newer than that, oldest first. */
export const pageParameters = {
  ...rangeParameters,
  before: v.exactOptional(sequence),
  after: v.exactOptional(sequence),
  limit: v.optional(wholeNumberParameter(1, maxPageItems), 100),
};

/** `next`: what `before` (or `after`) has to be for the next page; null = this was the last. */
export function pageOf<Item extends v.GenericSchema>(item: Item) {
  return v.object({ items: v.array(item), next: v.nullable(v.number()) });
}

/** Part of a text, without case. */
export const textParameter = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200));

import * as v from 'valibot';
import { parseInstant } from './parse-instant.ts';

/** Longer texts in a field that is read are a sign of something else than Twitch. */
const maxTextLength = 2_000;

export const text = v.pipe(v.string(), v.maxLength(maxTextLength));
export const filledText = v.pipe(v.string(), v.minLength(1), v.maxLength(maxTextLength));
export const nullishText = v.nullish(text);
export const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));

/** ISO date to epoch ms. */
export const instant = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const at = parseInstant(dataset.value);
    if (at !== null) return at;
    addIssue({ message: 'not a date', expected: 'ISO date', received: JSON.stringify(dataset.value.slice(0, 80)) });
    return NEVER;
  }),
);

/** An id in Twitch's two spellings, text or whole number, branded by `brand`. */
export function idField<Id>(brand: (id: string) => Id): v.GenericSchema<unknown, Id> {
  return v.pipe(
    v.union([v.pipe(v.string(), v.minLength(1), v.maxLength(300)), wholeNumber]),
    v.transform((id) => brand(String(id))),
  );
}

/** A URL text, with `''` read as none. */
export const nullishUrl = v.pipe(
  nullishText,
  v.transform((url) => (url === '' ? null : url)),
);

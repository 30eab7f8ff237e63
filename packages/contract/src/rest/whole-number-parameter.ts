import * as v from 'valibot';
import { documentedAs } from './documented-as.ts';

/** Query parameters arrive as text; this reads a whole number from one. */
export function wholeNumberParameter(min: number, max: number) {
  const expected = `expected a whole number from ${min} to ${max}`;
  return v.pipe(
    v.union([v.number(), v.pipe(v.string(), v.regex(/^-?\d{1,16}$/, expected), v.transform(Number))], expected),
    v.number(),
    v.integer(expected),
    v.minValue(min, expected),
    v.maxValue(max, expected),
    documentedAs({ type: 'integer', minimum: min, maximum: max }),
  );
}

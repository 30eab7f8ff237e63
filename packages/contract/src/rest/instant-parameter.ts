import * as v from 'valibot';
import { documentedAs } from './documented-as.ts';

const expected = 'expected an instant: milliseconds since 1970, or a date such as 2026-03-01T08:00:00Z';
const latest = 8.64e15;

/** An instant in a query: epoch ms, or ISO 8601 with a time zone. Read as epoch ms. */
export function instantParameter() {
  return v.pipe(
    v.union(
      [
        v.number(),
        v.pipe(v.string(), v.regex(/^\d{1,16}$/, expected), v.transform(Number)),
        v.pipe(v.string(), v.regex(isoInstant, expected), v.transform(Date.parse)),
      ],
      expected,
    ),
    v.number(expected),
    v.minValue(0, expected),
    v.maxValue(latest, expected),
    documentedAs({ type: 'string', description: 'Milliseconds since 1970, or ISO 8601 with a time zone.' }),
  );
}

const isoInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;

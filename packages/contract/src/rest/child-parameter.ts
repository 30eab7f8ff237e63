import * as v from 'valibot';

/** Which child is meant; without it, the first in the list. */
export const childIdParameter = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'expected the id of a child: a-z, 0-9 and -, at most 40 characters'),
);

export const childQuery = v.strictObject({ child: v.exactOptional(childIdParameter) });

export const childParams = v.strictObject({ id: childIdParameter });

import { sql } from 'kysely';
import type { Connection } from '../connection.ts';
import { query } from '../query-builder.ts';
import type { IdCache } from '../writing/id-cache.ts';

const sliceRows = 500;

/** Removes subjects that no fact has any more, a few at a time. */
export interface SubjectSweep {
  /** Facts were removed: all subjects are to be looked at (again). */
  begin(): void;
  /** Looks at the next few; true = all have been looked at. */
  next(): boolean;
}

export function createSubjectSweep(connection: Connection, cache: IdCache): SubjectSweep {
  let after: number | null = null;
  return {
    begin: () => {
      after = 0;
    },
    next: () => {
      if (after === null) return true;
      const slice = query.selectFrom('subjects').select('id').where('id', '>', after).orderBy('id').limit(sliceRows);
      const ids = connection.all(slice).map(({ id }) => id);
      const last = ids.at(-1);
      if (last === undefined) {
        after = null;
        return true;
      }
      const unused = query
        .deleteFrom('subjects')
        .where('id', '>', after)
        .where('id', '<=', last)
        .where(({ not, exists, selectFrom }) =>
          not(exists(selectFrom('facts').select(sql`1`.as('one')).whereRef('facts.subject_id', '=', 'subjects.id'))),
        );
      // Numbers that are gone must not be handed out to new facts.
      if (connection.run(unused) > 0) cache.clear();
      after = last;
      return false;
    },
  };
}

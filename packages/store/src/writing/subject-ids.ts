import type { Connection } from '../connection.ts';
import { query } from '../query-builder.ts';
import type { IdCache } from './id-cache.ts';

/** Finds the number of a subject, or gives it one. */
export function createSubjectIds(
  connection: Connection,
  cache: IdCache,
): (childId: string, kind: string, names: string) => number {
  const insert = connection.inserter<{ child_id: string; kind: string; names: string }, 'subjects'>(
    'subjects',
    ['child_id', 'kind', 'names'],
    (row) => row.onConflict((conflict) => conflict.doNothing()),
  );
  const read = (childId: string, kind: string, names: string): number => {
    const found = connection.get(
      query
        .selectFrom('subjects')
        .select('id')
        .where('child_id', '=', childId)
        .where('kind', '=', kind)
        .where('names', '=', names),
    );
    if (found !== undefined) return found.id;
    const id = insert({ child_id: childId, kind, names });
    if (id === null) throw new Error('Expected a subject that is not there to be added, found that it was not.');
    return id;
  };
  return (childId, kind, names) => cache.find([childId, kind, names], () => read(childId, kind, names));
}

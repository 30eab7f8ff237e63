import type { NewFact, StoredFact } from '@dropwise/contract';
import type { Connection } from '../connection.ts';
import { namesOf } from '../projections/names-of.ts';
import type { FactTable } from '../schema/fact.ts';
import { createHourTally } from './hour-tally.ts';
import type { IdCache } from './id-cache.ts';
import { createProjector } from './project-fact.ts';
import { createSubjectIds } from './subject-ids.ts';

/** Within a transaction of the caller's. Gives back those that were new. */
export function createFactAdder(
  connection: Connection,
  subjects: IdCache,
  dayOf: (atMs: number) => string,
): (facts: readonly NewFact[]) => readonly StoredFact[] {
  const insert = connection.inserter<Omit<FactTable, 'seq'>, 'facts'>(
    'facts',
    ['at', 'child_id', 'key', 'subject_id', 'json'],
    (row) =>
      row.onConflict((conflict) => conflict.columns(['child_id', 'key']).where('key', 'is not', null).doNothing()),
  );
  const tally = createHourTally(connection, 'facts');
  const subjectIdOf = createSubjectIds(connection, subjects);
  const project = createProjector(connection, dayOf);
  return (facts) => {
    const stored: StoredFact[] = [];
    for (const { at, childId, key, fact } of facts) {
      const subject_id = subjectIdOf(childId, fact.kind, namesOf(fact));
      const seq = insert({ at: Math.trunc(at), child_id: childId, key, subject_id, json: JSON.stringify(fact) });
      if (seq === null) continue;
      const placed = { seq, at: Math.trunc(at), childId, fact };
      project(placed);
      stored.push(placed);
    }
    tally(stored);
    return stored;
  };
}

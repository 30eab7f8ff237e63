import type { Connection } from '../connection.ts';
import { query } from '../query-builder.ts';
import { type Slice, sliceOf } from './slice.ts';

/** Removes at most `limit` rows from before `cutoff`. */
export function trimTable(
  connection: Connection,
  table: 'sightings' | 'moves' | 'audit' | 'settings_records' | 'deliveries',
  cutoff: number,
  limit: number,
): Slice {
  if (table === 'deliveries') {
    const old = query.selectFrom(table).select('id').where('at', '<', cutoff).orderBy('at').limit(limit);
    return sliceOf(connection.run(query.deleteFrom(table).where('id', 'in', old)));
  }
  const old = query.selectFrom(table).select('seq').where('at', '<', cutoff).orderBy('at').limit(limit);
  return sliceOf(connection.run(query.deleteFrom(table).where('seq', 'in', old)));
}

/** Of each child at most `limit` measurements from before `cutoff`. */
export function trimSamples(connection: Connection, cutoff: number, limit: number): Slice {
  let removed = 0;
  for (const childId of readSampledChildren(connection)) {
    const ofChild = query.selectFrom('samples').select('at').where('child_id', '=', childId);
    const old = ofChild.where('at', '<', cutoff).orderBy('at').limit(limit);
    removed += connection.run(query.deleteFrom('samples').where('child_id', '=', childId).where('at', 'in', old));
  }
  return sliceOf(removed);
}

/** Of each child the `limit` oldest measurements. */
export function trimOldestSamples(connection: Connection, limit: number): Slice {
  return trimSamples(connection, Number.MAX_SAFE_INTEGER, limit);
}

/** From child to child: the table is too long to look for its few children row by row. */
function readSampledChildren(connection: Connection): string[] {
  const children: string[] = [];
  for (let last = ''; ; ) {
    const next = query
      .selectFrom('samples')
      .select(({ fn }) => fn.min('child_id').as('id'))
      .where('child_id', '>', last);
    const id: string | null = connection.get(next)?.id ?? null;
    if (id === null) return children;
    children.push(id);
    last = id;
  }
}

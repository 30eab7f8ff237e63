import type { Connection } from '../connection.ts';
import { query } from '../query-builder.ts';
import type { HourTable } from '../schema/hour.ts';
import { hourOf } from '../writing/hour-tally.ts';
import type { Slice } from './slice.ts';

type LogName = HourTable['log'];

const hourMs = 3_600_000;
/** Rows of other hours may lie between those of one. */
const maxLooked = 5_000;

/**
 * Removes at most `limit` rows of the first hour that is over by `cutoff`. The hour says where they are: clocks run apart, and
 * what is old may lie among the new.
 */
export function trimLogByAge(connection: Connection, log: LogName, cutoff: number, limit: number): Slice {
  const hours = query.selectFrom('hours').selectAll().where('log', '=', log).where('hour', '<', hourOf(cutoff));
  const hour = connection.get(hours.orderBy('hour').limit(1));
  if (hour === undefined) return { removed: 0, more: false };
  const high = Math.min(hour.last_seq, hour.first_seq + maxLooked - 1);
  const fitting = selectSeqs(log)
    .where('seq', '>=', hour.first_seq)
    .where('seq', '<=', high)
    .where('at', '>=', hour.hour * hourMs)
    .where('at', '<', (hour.hour + 1) * hourMs)
    .orderBy('seq')
    .limit(limit);
  const removed = removeRows(connection, log, fitting);
  if (removed < limit) leaveBehind(connection, hour, high);
  return { removed, more: true };
}

/** Removes the `limit` rows that were stored first. */
export function trimLogBySize(connection: Connection, log: LogName, limit: number): Slice {
  const removed = removeRows(connection, log, selectSeqs(log).orderBy('seq').limit(limit));
  return { removed, more: removed > 0 };
}

function selectSeqs(log: LogName) {
  return query.selectFrom(log).select('seq');
}

function removeRows(connection: Connection, log: LogName, fitting: ReturnType<typeof selectSeqs>): number {
  const removed = connection.all(query.deleteFrom(log).where('seq', 'in', fitting).returning(['seq', 'at']));
  const hours = new Map<number, { count: number; last: number }>();
  for (const { seq, at } of removed) {
    const known = hours.get(hourOf(at)) ?? { count: 0, last: 0 };
    hours.set(hourOf(at), { count: known.count + 1, last: Math.max(known.last, seq) });
  }
  for (const [hour, { count, last }] of hours) {
    // Rows of an hour go in the order of their numbers: what is left comes after.
    const left = query
      .updateTable('hours')
      .set((eb) => ({ row_count: eb('row_count', '-', count), first_seq: last + 1 }))
      .where('log', '=', log)
      .where('hour', '=', hour);
    connection.run(left);
  }
  connection.run(query.deleteFrom('hours').where('log', '=', log).where('row_count', '<=', 0));
  return removed.length;
}

/** Up to `high` the hour has no rows any more; when that is its end, it has none at all. */
function leaveBehind(connection: Connection, { log, hour, last_seq }: HourTable, high: number): void {
  if (high >= last_seq) {
    connection.run(query.deleteFrom('hours').where('log', '=', log).where('hour', '=', hour));
    return;
  }
  const rest = query.updateTable('hours').set({ first_seq: high + 1 });
  connection.run(rest.where('log', '=', log).where('hour', '=', hour));
}

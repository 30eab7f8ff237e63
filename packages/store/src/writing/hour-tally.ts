import type { Connection } from '../connection.ts';
import type { HourTable } from '../schema/hour.ts';

const hourMs = 3_600_000;

export function hourOf(atMs: number): number {
  return Math.floor(atMs / hourMs);
}

/** Notes for each hour where its rows are; once a transaction, not once a row. */
export function createHourTally(
  connection: Connection,
  log: HourTable['log'],
): (rows: readonly { readonly seq: number; readonly at: number }[]) => void {
  const upsert = connection.inserter<HourTable, 'hours'>(
    'hours',
    ['log', 'hour', 'first_seq', 'last_seq', 'row_count'],
    (insert) =>
      insert.onConflict((conflict) =>
        conflict.columns(['log', 'hour']).doUpdateSet({
          last_seq: (eb) => eb.ref('excluded.last_seq'),
          row_count: (eb) => eb('hours.row_count', '+', eb.ref('excluded.row_count')),
        }),
      ),
  );
  return (rows) => {
    const tally = new Map<number, { first_seq: number; last_seq: number; row_count: number }>();
    for (const { seq, at } of rows) {
      const hour = hourOf(at);
      const known = tally.get(hour);
      if (known === undefined) tally.set(hour, { first_seq: seq, last_seq: seq, row_count: 1 });
      else {
        known.last_seq = seq;
        known.row_count += 1;
      }
    }
    for (const [hour, span] of tally) upsert({ log, hour, ...span });
  };
}

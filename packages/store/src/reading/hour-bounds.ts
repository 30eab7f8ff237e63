import type { Connection } from '../connection.ts';
import { query } from '../query-builder.ts';
import type { HourTable } from '../schema/hour.ts';
import { hourOf } from '../writing/hour-tally.ts';
import type { SeqRange } from './seq-range.ts';

/** Between which numbers everything is that was told from `since` to before `until`; null = there is nothing. */
export function readHourBounds(
  connection: Connection,
  log: HourTable['log'],
  since: number | undefined,
  until: number | undefined,
): SeqRange | null {
  let select = query
    .selectFrom('hours')
    .select(({ fn }) => [fn.min('first_seq').as('low'), fn.max('last_seq').as('high')])
    .where('log', '=', log);
  if (since !== undefined) select = select.where('hour', '>=', hourOf(since));
  if (until !== undefined) select = select.where('hour', '<=', hourOf(until - 1));
  const found = connection.get(select);
  // Without rows both are null, whatever their type says.
  const [low, high] = [found?.low ?? null, found?.high ?? null];
  return low === null || high === null ? null : { low, high };
}

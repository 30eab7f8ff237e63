import type { Connection } from '../connection.ts';
import { query } from '../query-builder.ts';
import type { HourTable } from '../schema/hour.ts';
import type { Totals } from '../store.ts';
import { hourOf } from '../writing/hour-tally.ts';
import { readHourBounds } from './hour-bounds.ts';
import { readUsedBytes } from './size.ts';

interface Span {
  readonly since?: number;
  readonly until?: number;
}

const hourMs = 3_600_000;

/** What was told in a span. Minutes are kept by day: those of every day that the span touches. */
export function readTotals(connection: Connection, span: Span, dayOf: (atMs: number) => string): Totals {
  const minutes = readMinutes(connection, span, dayOf);
  return {
    claims: countClaims(connection, span),
    confirmedMinutes: minutes?.confirmed ?? 0,
    estimatedMinutes: minutes?.estimated ?? 0,
    facts: countRows(connection, 'facts', span),
    lines: countRows(connection, 'lines', span),
    sizeBytes: readUsedBytes(connection),
  };
}

function countClaims(connection: Connection, { since, until }: Span): number {
  let select = query.selectFrom('claims').select(({ fn }) => fn.countAll<number>().as('count'));
  if (since !== undefined) select = select.where('at', '>=', since);
  if (until !== undefined) select = select.where('at', '<', until);
  return connection.get(select)?.count ?? 0;
}

function readMinutes(connection: Connection, { since, until }: Span, dayOf: (atMs: number) => string) {
  let select = query
    .selectFrom('minutes')
    .select(({ fn }) => [
      fn.sum<number | null>('confirmed_minutes').as('confirmed'),
      fn.sum<number | null>('estimated_minutes').as('estimated'),
    ]);
  if (since !== undefined) select = select.where('day', '>=', dayOf(since));
  if (until !== undefined) select = select.where('day', '<=', dayOf(until - 1));
  return connection.get(select);
}

/** Whole hours are counted already; of the two at the ends the rows are. */
function countRows(connection: Connection, log: HourTable['log'], { since, until }: Span): number {
  const firstWhole = since === undefined ? null : hourOf(since + hourMs - 1);
  const endWhole = until === undefined ? null : hourOf(until);
  if (firstWhole !== null && endWhole !== null && firstWhole > endWhole) {
    return countWithin(connection, log, since ?? 0, until ?? 0);
  }
  let select = query
    .selectFrom('hours')
    .select(({ fn }) => fn.sum<number | null>('row_count').as('count'))
    .where('log', '=', log);
  if (firstWhole !== null) select = select.where('hour', '>=', firstWhole);
  if (endWhole !== null) select = select.where('hour', '<', endWhole);
  const whole = connection.get(select)?.count ?? 0;
  const before = since === undefined ? 0 : countWithin(connection, log, since, (firstWhole ?? 0) * hourMs);
  const after = until === undefined ? 0 : countWithin(connection, log, (endWhole ?? 0) * hourMs, until);
  return whole + before + after;
}

function countWithin(connection: Connection, log: HourTable['log'], since: number, until: number): number {
  const bounds = since < until ? readHourBounds(connection, log, since, until) : null;
  if (bounds === null) return 0;
  const count = query
    .selectFrom(log)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('seq', '>=', bounds.low)
    .where('seq', '<=', bounds.high)
    .where('at', '>=', since)
    .where('at', '<', until);
  return connection.get(count)?.count ?? 0;
}

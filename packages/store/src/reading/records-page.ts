import { type ReferenceExpression, type SelectQueryBuilder, sql } from 'kysely';
import type { Connection } from '../connection.ts';
import type { Database } from '../schema/database.ts';
import type { Page, PageQuery } from '../store.ts';
import { checkedLimit } from './log-page.ts';

/** A page of a table that stays small: by its number, and by time where that is asked for. `number` is `seq` or `id`. */
export function readRecordsPage<Table extends keyof Database, Row extends object, Item>(
  connection: Connection,
  select: SelectQueryBuilder<Database, Table, Row>,
  number: 'seq' | 'id',
  asked: PageQuery,
  toItem: (row: Row) => Item,
): Page<Item> {
  const limit = checkedLimit(asked.limit);
  const place = sql.ref<number>(number) as unknown as ReferenceExpression<Database, Table>;
  const time = sql.ref<number>('at') as unknown as ReferenceExpression<Database, Table>;
  let page = select;
  if (asked.before !== undefined) page = page.where(place, '<', asked.before as never);
  if (asked.after !== undefined) page = page.where(place, '>', asked.after as never);
  if (asked.since !== undefined) page = page.where(time, '>=', asked.since as never);
  if (asked.until !== undefined) page = page.where(time, '<', asked.until as never);
  const order = asked.after === undefined ? 'desc' : 'asc';
  const rows = connection.all<Row>(page.orderBy(sql.ref(number), order).limit(limit + 1));
  const kept = rows.slice(0, limit);
  const last = kept.at(-1) as Readonly<Record<string, number>> | undefined;
  return { items: kept.map(toItem), next: rows.length > limit ? (last?.[number] ?? null) : null };
}

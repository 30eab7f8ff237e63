import type { LineLevel, StoredLine } from '@dropwise/contract';
import { sql } from 'kysely';
import type { Connection } from '../connection.ts';
import { query } from '../query-builder.ts';
import type { LineQuery, Page } from '../store.ts';
import { readHourBounds } from './hour-bounds.ts';
import { listOf } from './list-of.ts';
import { type LogReader, readLogPage } from './log-page.ts';
import { type GroupHead, mergeGroups } from './merge-groups.ts';
import { beyond, type Direction, orderOf, type SeqRange } from './seq-range.ts';

const maxLooked = 4_000;
/** Texts have no index: they are looked through, this many a page. */
const maxLookedForText = 20_000;
const columns = ['seq', 'at', 'origin_id', 'text'] as const;

type LineFilter = Omit<LineQuery, 'before' | 'after' | 'limit'>;

interface LineRow {
  readonly seq: number;
  readonly at: number;
  readonly origin_id: number;
  readonly text: string;
}

export function readLinesPage(connection: Connection, asked: LineQuery): Page<StoredLine> {
  const { items, next } = readLogPage(createLineReader(connection, asked), asked);
  if (items.length === 0) return { items: [], next };
  const origins = readOrigins(connection, items);
  const lines = items.flatMap(({ seq, at, origin_id, text }): StoredLine[] => {
    const origin = origins.get(origin_id);
    if (origin === undefined) return [];
    return [{ seq, at, childId: origin.child_id, level: origin.level as LineLevel, source: origin.source, text }];
  });
  return { items: lines, next };
}

function readOrigins(connection: Connection, rows: readonly LineRow[]) {
  const ids = [...new Set(rows.map(({ origin_id }) => origin_id))];
  const origins = connection.all(query.selectFrom('line_origins').selectAll().where('id', 'in', listOf(ids)));
  return new Map(origins.map((origin) => [origin.id, origin]));
}

function createLineReader(connection: Connection, filter: LineFilter): LogReader<LineRow> {
  const text = filter.text ?? '';
  const hasOrigin = filter.childId !== undefined || filter.levels !== undefined || filter.sources !== undefined;
  return {
    bounds: readLineBounds(connection),
    boundsOfHours: (since, until) => readHourBounds(connection, 'lines', since, until),
    isFiltered: hasOrigin || text !== '',
    maxLooked: text === '' ? maxLooked : maxLookedForText,
    scan: (range, direction, limit) => {
      let select = query.selectFrom('lines').select(columns);
      select = select.where('seq', '>=', range.low).where('seq', '<=', range.high);
      if (filter.since !== undefined) select = select.where('at', '>=', filter.since);
      if (filter.until !== undefined) select = select.where('at', '<', filter.until);
      // The plus keeps SQLite from taking the origins' index, which would collect and sort all that fits.
      if (hasOrigin) select = select.where(sql<number>`+origin_id`, 'in', originIds(filter));
      if (text !== '') select = select.where(sql<boolean>`text like ${likePattern(text)} escape '\\'`);
      return connection.all(select.orderBy('seq', orderOf(direction)).limit(limit));
    },
    seek:
      hasOrigin && text === ''
        ? (range, direction, limit) => seekLines(connection, filter, range, direction, limit)
        : null,
    read: (seqs) => connection.all(query.selectFrom('lines').select(columns).where('seq', 'in', listOf(seqs))),
  };
}

export function readLineBounds(connection: Connection): SeqRange | null {
  const low = connection.get(query.selectFrom('lines').select(({ fn }) => fn.min('seq').as('seq')))?.seq ?? null;
  const high = connection.get(query.selectFrom('lines').select(({ fn }) => fn.max('seq').as('seq')))?.seq ?? null;
  return low === null || high === null ? null : { low, high };
}

function seekLines(
  connection: Connection,
  filter: LineFilter,
  range: SeqRange,
  direction: Direction,
  limit: number,
): number[] {
  const edge = direction === 'newestFirst' ? 'max' : 'min';
  const heads = query
    .selectFrom('line_origins')
    .select((eb) => [
      'id',
      eb
        .selectFrom('lines')
        .select(({ fn }) => fn[edge]('seq').as('seq'))
        .whereRef('origin_id', '=', 'line_origins.id')
        .where('seq', '>=', range.low)
        .where('seq', '<=', range.high)
        .as('seq'),
    ])
    .where('id', 'in', originIds(filter))
    .as('heads');
  const first = connection.all(
    query
      .selectFrom(heads)
      .selectAll()
      .where('seq', 'is not', null)
      .orderBy('seq', orderOf(direction))
      .limit(limit)
      .$castTo<GroupHead>(),
  );
  const next = connection.repeat(
    query
      .selectFrom('lines')
      .select(({ fn }) => fn[edge]('seq').as('seq'))
      .where('origin_id', '=', 0)
      .where('seq', '>=', range.low)
      .where('seq', '<=', range.high),
  );
  return mergeGroups(first, direction, limit, ({ id, seq }) => {
    const { low, high } = beyond(range, direction, seq);
    return next(id, low, high)?.seq ?? null;
  });
}

function originIds({ childId, levels, sources }: LineFilter) {
  let select = query.selectFrom('line_origins').select('id');
  if (childId !== undefined) select = select.where('child_id', '=', childId);
  if (levels !== undefined) select = select.where('level', 'in', listOf(levels));
  if (sources !== undefined) select = select.where('source', 'in', listOf(sources));
  return select;
}

/** What the text holds, as a pattern in which nothing else has a meaning. */
export function likePattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

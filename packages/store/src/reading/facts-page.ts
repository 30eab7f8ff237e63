import type { AnyFact, StoredFact } from '@dropwise/contract';
import { sql } from 'kysely';
import type { Connection } from '../connection.ts';
import { foldText } from '../projections/names-of.ts';
import { query } from '../query-builder.ts';
import type { FactQuery, Page } from '../store.ts';
import { readHourBounds } from './hour-bounds.ts';
import { listOf } from './list-of.ts';
import { type LogReader, readLogPage } from './log-page.ts';
import { type GroupHead, mergeGroups } from './merge-groups.ts';
import { beyond, type Direction, orderOf, type SeqRange } from './seq-range.ts';

/** Where what is looked for is frequent, it is among these; where it is rare, its subjects lead to it. */
const maxLooked = 4_000;
const columns = ['seq', 'at', 'child_id', 'json'] as const;

type FactFilter = Omit<FactQuery, 'before' | 'after' | 'limit'>;

export function readFactsPage(connection: Connection, asked: FactQuery): Page<StoredFact> {
  const page = readLogPage(createFactReader(connection, asked), asked);
  return {
    items: page.items.map(({ seq, at, child_id, json }) => {
      return { seq, at, childId: child_id, fact: JSON.parse(json) as AnyFact };
    }),
    next: page.next,
  };
}

interface FactRow {
  readonly seq: number;
  readonly at: number;
  readonly child_id: string;
  readonly json: string;
}

function createFactReader(connection: Connection, filter: FactFilter): LogReader<FactRow> {
  const isFiltered = filter.kinds !== undefined || filter.childId !== undefined || (filter.text ?? '') !== '';
  return {
    bounds: readFactBounds(connection),
    boundsOfHours: (since, until) => readHourBounds(connection, 'facts', since, until),
    isFiltered,
    maxLooked,
    scan: (range, direction, limit) => {
      let select = query.selectFrom('facts').select(columns);
      select = select.where('seq', '>=', range.low).where('seq', '<=', range.high);
      if (filter.since !== undefined) select = select.where('at', '>=', filter.since);
      if (filter.until !== undefined) select = select.where('at', '<', filter.until);
      // The plus keeps SQLite from taking the subjects' index, which would collect and sort all that fits.
      if (isFiltered) select = select.where(sql<number>`+subject_id`, 'in', subjectIds(filter));
      return connection.all(select.orderBy('seq', orderOf(direction)).limit(limit));
    },
    seek: isFiltered ? (range, direction, limit) => seekFacts(connection, filter, range, direction, limit) : null,
    read: (seqs) => connection.all(query.selectFrom('facts').select(columns).where('seq', 'in', listOf(seqs))),
  };
}

export function readFactBounds(connection: Connection): SeqRange | null {
  const low = connection.get(query.selectFrom('facts').select(({ fn }) => fn.min('seq').as('seq')))?.seq ?? null;
  const high = connection.get(query.selectFrom('facts').select(({ fn }) => fn.max('seq').as('seq')))?.seq ?? null;
  return low === null || high === null ? null : { low, high };
}

function seekFacts(
  connection: Connection,
  filter: FactFilter,
  range: SeqRange,
  direction: Direction,
  limit: number,
): number[] {
  const edge = direction === 'newestFirst' ? 'max' : 'min';
  const heads = query
    .selectFrom('subjects')
    .select((eb) => [
      'id',
      eb
        .selectFrom('facts')
        .select(({ fn }) => fn[edge]('seq').as('seq'))
        .whereRef('subject_id', '=', 'subjects.id')
        .where('seq', '>=', range.low)
        .where('seq', '<=', range.high)
        .as('seq'),
    ])
    .where('id', 'in', subjectIds(filter))
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
      .selectFrom('facts')
      .select(({ fn }) => fn[edge]('seq').as('seq'))
      .where('subject_id', '=', 0)
      .where('seq', '>=', range.low)
      .where('seq', '<=', range.high),
  );
  return mergeGroups(first, direction, limit, ({ id, seq }) => {
    const { low, high } = beyond(range, direction, seq);
    return next(id, low, high)?.seq ?? null;
  });
}

function subjectIds({ kinds, childId, text }: FactFilter) {
  let select = query.selectFrom('subjects').select('id');
  if (childId !== undefined) select = select.where('child_id', '=', childId);
  if (kinds !== undefined) select = select.where('kind', 'in', listOf(kinds));
  if (text !== undefined && text !== '') select = select.where(sql<number>`instr(names, ${foldText(text)})`, '>', 0);
  return select;
}

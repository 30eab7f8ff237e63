import type { Page, PageQuery } from '../store.ts';
import { beyond, type Direction, edgeBefore, firstOf, type SeqRange } from './seq-range.ts';

interface Numbered {
  readonly seq: number;
  readonly at: number;
}

/** A log of numbered rows, with the filters of one query. */
export interface LogReader<Row extends Numbered> {
  /** Of all rows; null = there are none. */
  readonly bounds: SeqRange | null;
  /** Of what the hours from `since` to `until` hold; null = nothing. */
  boundsOfHours(since: number | undefined, until: number | undefined): SeqRange | null;
  /** Whether there is a filter beside the numbers and the time. */
  readonly isFiltered: boolean;
  /** How many rows one page may look at for those that fit. */
  readonly maxLooked: number;
  /** Looks at the rows of a range one by one. */
  scan(range: SeqRange, direction: Direction, limit: number): Row[];
  /** The first numbers of what fits, found without looking at what does not; null = these filters have no such way. */
  readonly seek: ((range: SeqRange, direction: Direction, limit: number) => readonly number[]) | null;
  /** In any order. */
  read(seqs: readonly number[]): Row[];
}

/** Beyond this, rows are found whose hour fits and whose time does not: clocks that ran wild. The page is cut short. */
const maxSeeks = 8;
export const maxPageLimit = 1_000;

/**
 * One page, in bounded time. A page may have fewer rows than asked for, or none, and still say where to go on: then it has
 * looked at as many as it may.
 */
export function readLogPage<Row extends Numbered>(log: LogReader<Row>, query: PageQuery): Page<Row> {
  const limit = checkedLimit(query.limit);
  const direction: Direction = query.after === undefined ? 'newestFirst' : 'oldestFirst';
  const range = rangeOf(log, query);
  if (range === null) return { items: [], next: null };
  const isNarrow = log.isFiltered || query.since !== undefined || query.until !== undefined;
  const looked = isNarrow ? firstOf(range, direction, log.maxLooked) : range;
  const rows = log.scan(looked, direction, limit + 1);
  if (rows.length > limit) return cut(rows, limit);
  let rest = emptyAsNull(beyond(range, direction, direction === 'newestFirst' ? looked.low : looked.high));
  for (let round = 0; rest !== null && log.seek !== null && round < maxSeeks; round++) {
    const wanted = limit + 1 - rows.length;
    const seqs = log.seek(rest, direction, wanted);
    rows.push(...inOrder(log.read(seqs), direction).filter((row) => isWithin(row.at, query)));
    if (rows.length > limit) return cut(rows, limit);
    const last = seqs.at(-1);
    rest = last === undefined || seqs.length < wanted ? null : emptyAsNull(beyond(rest, direction, last));
  }
  return { items: rows, next: rest === null ? null : edgeBefore(rest, direction) };
}

/** Throws a `RangeError` for a page that nobody can mean. */
export function checkedLimit(limit: number): number {
  if (Number.isInteger(limit) && limit >= 1 && limit <= maxPageLimit) return limit;
  throw new RangeError(`expected a page of 1 to ${maxPageLimit} entries, found ${limit}`);
}

export function isWithin(at: number, { since, until }: Pick<PageQuery, 'since' | 'until'>): boolean {
  return (since === undefined || at >= since) && (until === undefined || at < until);
}

function rangeOf(log: LogReader<Numbered>, query: PageQuery): SeqRange | null {
  const { before, after, since, until } = query;
  if (log.bounds === null) return null;
  const hours = since === undefined && until === undefined ? log.bounds : log.boundsOfHours(since, until);
  if (hours === null) return null;
  const low = Math.max(log.bounds.low, hours.low, after === undefined ? 0 : after + 1);
  const high = Math.min(log.bounds.high, hours.high, before === undefined ? Number.MAX_SAFE_INTEGER : before - 1);
  return emptyAsNull({ low, high });
}

function emptyAsNull(range: SeqRange): SeqRange | null {
  return range.low > range.high ? null : range;
}

function inOrder<Row extends Numbered>(rows: Row[], direction: Direction): Row[] {
  return rows.sort((a, b) => (direction === 'newestFirst' ? b.seq - a.seq : a.seq - b.seq));
}

function cut<Row extends Numbered>(rows: readonly Row[], limit: number): Page<Row> {
  const items = rows.slice(0, limit);
  return { items, next: items.at(-1)?.seq ?? null };
}

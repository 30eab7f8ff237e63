/** Numbers of rows, both ends included; empty when `low` is above `high`. */
export interface SeqRange {
  readonly low: number;
  readonly high: number;
}

export type Direction = 'newestFirst' | 'oldestFirst';

export function orderOf(direction: Direction): 'asc' | 'desc' {
  return direction === 'newestFirst' ? 'desc' : 'asc';
}

/** The first `count` numbers in the direction that is read. */
export function firstOf({ low, high }: SeqRange, direction: Direction, count: number): SeqRange {
  return direction === 'newestFirst'
    ? { low: Math.max(low, high - count + 1), high }
    : { low, high: Math.min(high, low + count - 1) };
}

/** What comes after `seq`. */
export function beyond({ low, high }: SeqRange, direction: Direction, seq: number): SeqRange {
  return direction === 'newestFirst' ? { low, high: seq - 1 } : { low: seq + 1, high };
}

/** The `before` or `after` that a page of this range is asked for with. */
export function edgeBefore({ low, high }: SeqRange, direction: Direction): number {
  return direction === 'newestFirst' ? high + 1 : low - 1;
}

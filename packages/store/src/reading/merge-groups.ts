import type { Direction } from './seq-range.ts';

/** A group of rows (a subject, an origin) and its first row in the direction that is read. */
export interface GroupHead {
  readonly id: number;
  readonly seq: number;
}

/**
 * The first `limit` numbers of all groups together. `heads` in order, `limit` of them are enough: the first rows of all
 * cannot be in a group that begins later than `limit` others. Asks for one more row of a group only when its turn has come.
 */
export function mergeGroups(
  heads: readonly GroupHead[],
  direction: Direction,
  limit: number,
  nextOf: (head: GroupHead) => number | null,
): number[] {
  const queue = heads.slice(0, limit);
  const merged: number[] = [];
  for (let head = queue.shift(); head !== undefined && merged.length < limit; head = queue.shift()) {
    merged.push(head.seq);
    const seq = nextOf(head);
    if (seq !== null) queue.splice(placeOf(queue, seq, direction), 0, { id: head.id, seq });
  }
  return merged;
}

function placeOf(queue: readonly GroupHead[], seq: number, direction: Direction): number {
  let low = 0;
  let high = queue.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = queue[middle]?.seq ?? 0;
    if (direction === 'newestFirst' ? other > seq : other < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}

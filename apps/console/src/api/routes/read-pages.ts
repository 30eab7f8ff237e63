import { maxPageItems } from '@dropwise/contract';
import type { Page, PageQuery } from '@dropwise/store';

/** One page after the other, each read when it is asked for; at most `limit` items. */
export function* readPages<Item, Query extends PageQuery>(
  read: (query: Query) => Page<Item>,
  query: Omit<Query, 'limit'>,
  limit: number,
): Generator<readonly Item[]> {
  const direction = query.after === undefined ? 'before' : 'after';
  let left = limit;
  let from: number | null | undefined = query[direction];
  while (left > 0 && from !== null) {
    const start = from === undefined ? {} : { [direction]: from };
    // The parts come from `Query`, and `limit` is what was left out of it.
    const page = read({ ...query, ...start, limit: Math.min(left, maxPageItems) } as Query);
    if (page.items.length > 0) yield page.items;
    left -= page.items.length;
    from = page.items.length === 0 ? null : page.next;
  }
}

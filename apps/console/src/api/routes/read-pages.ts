import { setImmediate as nextTurn } from 'node:timers/promises';
import { maxPageItems } from '@dropwise/contract';
import type { Page, PageQuery } from '@dropwise/store';

/**
 * One page after the other, each read when it is asked for; at most `limit` items. Reading is synchronous, so between two
 * pages whoever else waits has their turn. A page may be empty and have a next one all the same.
 */
export async function* readPages<Item, Query extends PageQuery>(
  read: (query: Query) => Page<Item>,
  query: Omit<Query, 'limit'>,
  limit: number,
): AsyncGenerator<readonly Item[]> {
  const direction = query.after === undefined ? 'before' : 'after';
  let left = limit;
  let from: number | null | undefined = query[direction];
  while (left > 0 && from !== null) {
    const page: Page<Item> = read(pageQuery(query, direction, from, Math.min(left, maxPageItems)));
    if (page.items.length > 0) yield page.items;
    left -= page.items.length;
    from = page.next;
    await nextTurn();
  }
}

/** Everything that `readPages` gives, in its order. */
export async function readAll<Item, Query extends PageQuery>(
  read: (query: Query) => Page<Item>,
  query: Omit<Query, 'limit'>,
  limit: number,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  for await (const page of readPages(read, query, limit)) items.push(...page);
  return items;
}

/** The first item that fits; null = there is none. */
export async function readFirst<Item, Query extends PageQuery>(
  read: (query: Query) => Page<Item>,
  query: Omit<Query, 'limit'>,
): Promise<Item | null> {
  const [first] = await readAll(read, query, 1);
  return first ?? null;
}

function pageQuery<Query extends PageQuery>(
  query: Omit<Query, 'limit'>,
  direction: 'before' | 'after',
  from: number | undefined,
  limit: number,
): Query {
  // The parts come from `Query`, and `limit` is what was left out of it.
  return { ...query, ...(from === undefined ? {} : { [direction]: from }), limit } as Query;
}

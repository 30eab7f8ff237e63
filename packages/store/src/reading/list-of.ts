import { type RawBuilder, sql } from 'kysely';

/** A list as one parameter, however long it is: the statement stays the same, and is prepared once. */
export function listOf<Item extends string | number>(items: readonly Item[]): RawBuilder<Item> {
  return sql<Item>`(select value from json_each(${JSON.stringify(items)}))`;
}

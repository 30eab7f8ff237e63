import type { Generated } from 'kysely';

/** What many lines share, and what they are filtered by. */
export interface LineOriginTable {
  readonly id: Generated<number>;
  readonly child_id: string;
  readonly level: string;
  readonly source: string;
}

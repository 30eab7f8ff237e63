import type { Generated } from 'kysely';

export interface LineTable {
  /** Never used twice, not even after the newest was removed. */
  readonly seq: Generated<number>;
  readonly at: number;
  readonly origin_id: number;
  readonly text: string;
}

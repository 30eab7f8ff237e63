import type { Generated } from 'kysely';

export interface FactTable {
  /** Never used twice, not even after the newest was removed. */
  readonly seq: Generated<number>;
  readonly at: number;
  readonly child_id: string;
  /** Unique for the child; null for what is delivered once. */
  readonly key: string | null;
  readonly subject_id: number;
  readonly json: string;
}

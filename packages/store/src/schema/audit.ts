import type { Generated } from 'kysely';

export interface AuditTable {
  readonly seq: Generated<number>;
  readonly at: number;
  readonly who_kind: string;
  readonly who_name: string;
  readonly address: string;
  readonly action: string;
  readonly target: string;
  /** JSON, as in the next. */
  readonly before: string;
  readonly after: string;
}

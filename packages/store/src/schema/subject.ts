import type { Generated } from 'kysely';

/**
 * What many facts share: the child, the kind and the names in it. Filters are answered from these few rows, and the facts of
 * the fitting ones are found by their number.
 */
export interface SubjectTable {
  readonly id: Generated<number>;
  readonly child_id: string;
  readonly kind: string;
  /** Lower case, one a line; the empty text for none. */
  readonly names: string;
}

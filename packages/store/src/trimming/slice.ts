/** What one slice of trimming did. */
export interface Slice {
  readonly removed: number;
  /** There may be more to do of the same kind. */
  readonly more: boolean;
}

export function sliceOf(removed: number): Slice {
  return { removed, more: removed > 0 };
}

/** Everybody stays as long. */
export function fixedStay(ms: number): () => number {
  return () => ms;
}

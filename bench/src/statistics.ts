/** The middle value; of an even number of them the mean of the two in the middle. Throws a `RangeError` for none. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length - 1) >> 1];
  if (upper === undefined || lower === undefined) throw new RangeError('expected at least one value, found none');
  return (lower + upper) / 2;
}

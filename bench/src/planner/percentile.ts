/** The least value that at least this share (0 to 1) of them do not exceed. Throws a `RangeError` for none. */
export function percentileOf(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('expected at least one value, found none');
  return value;
}

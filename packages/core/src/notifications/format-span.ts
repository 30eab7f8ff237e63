const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** `6 days`, `1 hour`, `less than a minute`: the largest unit of which there are at least two, or one minute. */
export function formatSpan(spanMs: number): string {
  for (const [word, unitMs] of units) {
    const count = Math.floor(spanMs / unitMs);
    if (count >= 2 || (count === 1 && word === 'minute')) return `${count} ${word}${count === 1 ? '' : 's'}`;
  }
  return 'less than a minute';
}

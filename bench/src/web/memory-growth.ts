/** What the page held at the end of an hour, everything that nobody needs swept away. */
export interface MemorySample {
  /** Of the miner's hours, from the end of the warm-up. */
  readonly hour: number;
  /** Objects, strings and compiled code. */
  readonly scriptBytes: number;
  /** What the browser keeps for the document. */
  readonly documentBytes: number;
}

export function bytesOf({ scriptBytes, documentBytes }: MemorySample): number {
  return scriptBytes + documentBytes;
}

/**
 * By how much the straight line that lies nearest to all samples rises from its beginning to its end. One sample says little:
 * what is on the screen changes, and the engine compiles and forgets code as it likes. Throws a `RangeError` for fewer than two.
 */
export function growthPercentOf(samples: readonly MemorySample[]): number {
  const first = samples[0];
  const last = samples.at(-1);
  if (first === undefined || last === undefined || samples.length < 2)
    throw new RangeError(`expected at least two samples of memory, found ${samples.length}`);
  const meanHour = meanOf(samples.map(({ hour }) => hour));
  const meanBytes = meanOf(samples.map(bytesOf));
  const slope =
    sumOf(samples.map((sample) => (sample.hour - meanHour) * (bytesOf(sample) - meanBytes))) /
    sumOf(samples.map(({ hour }) => (hour - meanHour) ** 2));
  const at = (hour: number): number => meanBytes + slope * (hour - meanHour);
  return (at(last.hour) / at(first.hour) - 1) * 100;
}

function meanOf(values: readonly number[]): number {
  return sumOf(values) / values.length;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

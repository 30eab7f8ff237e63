import {
  decodeFromCompressedBase64,
  encodeIntoCompressedBase64,
  type Histogram,
  Int32Histogram,
} from 'hdr-histogram-js';
import { capGrains, grainsPerUnit } from './distribution.ts';

/** Values since it was last emptied, two significant digits: for eyes that follow a run, not for its report. */
export class WindowHistogram {
  readonly #histogram = new Int32Histogram(1, 256 * 2 ** 12 - 1, 2);

  constructor() {
    this.#histogram.autoResize = true;
  }

  record(value: number): void {
    this.#histogram.recordValue(Math.min(Math.max(0, Math.round(value * grainsPerUnit)), capGrains));
  }

  /** Encoded; null = no value came. Empties it. */
  take(): string | null {
    if (this.#histogram.totalCount === 0) return null;
    const encoded = encodeIntoCompressedBase64(this.#histogram);
    this.#histogram.reset();
    return encoded;
  }

  /** In the metric's unit; null = no value came. Empties it. */
  takePercentile(percentile: number): number | null {
    if (this.#histogram.totalCount === 0) return null;
    const value = this.#histogram.getValueAtPercentile(percentile) / grainsPerUnit;
    this.#histogram.reset();
    return value;
  }
}

/** Of several windows that `take` encoded, as one; in the metric's unit, null = no value in any. */
export function percentileOfWindows(windows: readonly string[], percentile: number): number | null {
  let sum: Histogram | null = null;
  for (const encoded of windows) {
    const next: Histogram = decodeFromCompressedBase64(encoded, 64);
    if (sum === null) sum = next;
    else if (sum.highestTrackableValue >= next.highestTrackableValue) sum.add(next);
    else {
      next.add(sum);
      sum = next;
    }
  }
  return sum === null ? null : sum.getValueAtPercentile(percentile) / grainsPerUnit;
}

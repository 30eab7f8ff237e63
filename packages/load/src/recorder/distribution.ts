import { encodeIntoCompressedBase64, Int32Histogram } from 'hdr-histogram-js';
import type { EncodedDistribution } from './snapshot.ts';

/**
 * One histogram, three significant digits, of values kept in thousandths of their unit. It begins with room for about a
 * thousand units and doubles as values come, so that most take 40 kB; what is above the cap is kept as the cap, and marked.
 */
export class Distribution {
  readonly #histogram = new Int32Histogram(1, startGrains, significantDigits);
  #sumGrains = 0;
  #minGrains = Number.MAX_SAFE_INTEGER;
  #maxGrains = 0;
  #belowZero = 0;
  #aboveCap = 0;
  /** The last encoding, and the count it was made at. */
  #encoded = '';
  #encodedCount = -1;

  constructor() {
    this.#histogram.autoResize = true;
  }

  record(value: number): void {
    // Plus zero, so that a trifle below zero is no negative zero, which is not the same as zero once it was merged.
    let grains = Math.round(value * grainsPerUnit) + 0;
    if (!(grains >= 0)) {
      if (Number.isNaN(grains)) throw new TypeError('a metric was given a value that is no number');
      this.#belowZero++;
      grains = 0;
    } else if (grains > capGrains) {
      this.#aboveCap++;
      grains = capGrains;
    }
    this.#histogram.recordValue(grains);
    this.#sumGrains += grains;
    if (grains < this.#minGrains) this.#minGrains = grains;
    if (grains > this.#maxGrains) this.#maxGrains = grains;
  }

  /** Costs about a quarter of a millisecond, nothing when no value came since the last time. */
  encode(): EncodedDistribution {
    const count = this.#histogram.totalCount;
    if (count !== this.#encodedCount) {
      this.#encoded = encodeIntoCompressedBase64(this.#histogram);
      this.#encodedCount = count;
    }
    return {
      count,
      sumGrains: this.#sumGrains,
      minGrains: count === 0 ? 0 : this.#minGrains,
      maxGrains: this.#maxGrains,
      belowZero: this.#belowZero,
      aboveCap: this.#aboveCap,
      encoded: this.#encoded,
    };
  }
}

export const grainsPerUnit = 1000;
export const significantDigits = 3;
/** Ranges end where a doubling of the 2,048 sub-buckets of three digits does: histograms that grew to the same size are alike. */
const startGrains = 2048 * 2 ** 9 - 1;
/** 38 hours in µs; 137 Gbit/s in bit/s. */
export const capGrains = 2048 * 2 ** 26 - 1;

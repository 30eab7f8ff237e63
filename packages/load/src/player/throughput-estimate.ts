/**
 * What a player believes of its line: two exponentially weighted averages of measured throughput, weighted by how long
 * each download took; the lower one counts, so that it falls fast and rises slowly. The rule of hls.js (EwmaBandWidthEstimator).
 */
export class ThroughputEstimate {
  readonly #startBitsPerSecond: number;
  #fast = 0;
  #slow = 0;
  /** Both averages began at zero: the share of it that is still in them. */
  #fastUnknown = 1;
  #slowUnknown = 1;

  constructor(startBitsPerSecond: number = defaultStartBitsPerSecond) {
    this.#startBitsPerSecond = startBitsPerSecond;
  }

  /** One download, from the request written to the last byte. */
  add(bodyBytes: number, durationMs: number): void {
    if (bodyBytes <= 0 || !Number.isFinite(durationMs)) return;
    const seconds = Math.max(durationMs, shortestSampleMs) / 1000;
    const bitsPerSecond = (bodyBytes * 8) / seconds;
    const fastDecay = 0.5 ** (seconds / fastHalfLifeSeconds);
    const slowDecay = 0.5 ** (seconds / slowHalfLifeSeconds);
    this.#fast = this.#fast * fastDecay + bitsPerSecond * (1 - fastDecay);
    this.#slow = this.#slow * slowDecay + bitsPerSecond * (1 - slowDecay);
    this.#fastUnknown *= fastDecay;
    this.#slowUnknown *= slowDecay;
  }

  get bitsPerSecond(): number {
    if (this.#fastUnknown === 1) return this.#startBitsPerSecond;
    return Math.min(this.#fast / (1 - this.#fastUnknown), this.#slow / (1 - this.#slowUnknown));
  }
}

export const defaultStartBitsPerSecond = 500_000;
const fastHalfLifeSeconds = 3;
const slowHalfLifeSeconds = 9;
/** A shorter download says more of buffers than of the line; hls.js counts it as this long. */
const shortestSampleMs = 50;

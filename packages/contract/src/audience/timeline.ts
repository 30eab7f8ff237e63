import type { AudienceSample } from './audience-sample.ts';
import { joinSamples } from './join-samples.ts';

/** An hour by the second, any length at a coarser grain. */
const defaultMax = 3_600;
/** Rows about proxies in all samples together. */
const defaultMaxRows = 100_000;

/**
 * The samples of a run of any length, in bounded memory: when it is full, neighbours become one. Where there are so many ways
 * that all seconds of all of them would be too much, only the last sample tells of each.
 */
export class Timeline {
  readonly #max: number;
  readonly #maxRows: number;
  #samples: AudienceSample[] = [];
  /** Samples that one kept stands for, and how many of them the last one has. */
  #grain = 1;
  #inLast = 0;

  /** @param max even. */
  constructor(max = defaultMax, maxRows = defaultMaxRows) {
    this.#max = max;
    this.#maxRows = maxRows;
  }

  add(sample: AudienceSample): void {
    const last = this.#samples.at(-1);
    if (last !== undefined && this.#inLast < this.#grain) {
      const share = this.#inLast / (this.#inLast + 1);
      this.#samples[this.#samples.length - 1] = joinSamples(last, sample, share);
      this.#inLast += 1;
      return;
    }
    if (this.#samples.length >= this.#max) this.#halve();
    this.#spareRows();
    this.#samples.push(sample);
    this.#inLast = 1;
  }

  samples(): readonly AudienceSample[] {
    return this.#samples;
  }

  /** The last is the last no more. */
  #spareRows(): void {
    const last = this.#samples.at(-1);
    if (last === undefined || last.egress.length * this.#max <= this.#maxRows) return;
    this.#samples[this.#samples.length - 1] = { ...last, egress: [] };
  }

  #halve(): void {
    const halved: AudienceSample[] = [];
    for (let index = 0; index < this.#samples.length; index += 2) {
      const [one, other] = this.#samples.slice(index, index + 2);
      if (one !== undefined) halved.push(other === undefined ? one : joinSamples(one, other));
    }
    this.#samples = halved;
    this.#grain *= 2;
  }
}

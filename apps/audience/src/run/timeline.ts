import type { AudienceSample } from '@dropwise/contract/audience';

/** What a report keeps of a run: an hour by the second, a day by the half minute. */
const maxSamples = 3_600;

/** The samples of a run, at even distances: when there are too many, every second one goes, and from then on is not kept. */
export class Timeline {
  #samples: AudienceSample[] = [];
  #keepEvery = 1;
  #seen = 0;
  #last: AudienceSample | null = null;

  add(sample: AudienceSample): void {
    this.#last = sample;
    if (this.#seen++ % this.#keepEvery !== 0) return;
    this.#samples.push(sample);
    if (this.#samples.length <= maxSamples) return;
    this.#samples = this.#samples.filter((_, index) => index % 2 === 0);
    this.#keepEvery *= 2;
  }

  get last(): AudienceSample | null {
    return this.#last;
  }

  /** Oldest first; the last one is always there. */
  samples(): readonly AudienceSample[] {
    const last = this.#last;
    return last === null || this.#samples.at(-1) === last ? [...this.#samples] : [...this.#samples, last];
  }
}

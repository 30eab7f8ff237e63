import type { AudienceCurrent, AudienceEnding, AudienceLive } from '@dropwise/contract';
import type { AudienceSample } from '@dropwise/contract/audience';
import type { Clock, Timer } from '@dropwise/kit';

/** Ten a second at most, however much is said: of samples the last is told, and counts in it are cumulative. */
const gatherMs = 100;

/** What is new of the audience, gathered for a moment and told to all. */
export class AudienceNews implements Disposable {
  readonly #clock: Clock;
  readonly #about: () => Omit<AudienceCurrent, 'samples'> | null;
  readonly #listeners = new Set<(news: AudienceLive) => void>();
  #sample: AudienceSample | null = null;
  #ended: AudienceEnding | null = null;
  #gathering: Timer | null = null;

  constructor(clock: Clock, about: () => Omit<AudienceCurrent, 'samples'> | null) {
    this.#clock = clock;
    this.#about = about;
  }

  add({ sample, ended }: { readonly sample?: AudienceSample | null; readonly ended?: AudienceEnding }): void {
    this.#sample = sample ?? this.#sample;
    this.#ended = ended ?? this.#ended;
    this.#gathering ??= this.#clock.after(gatherMs, () => this.#tell());
  }

  subscribe(listener: (news: AudienceLive) => void): Disposable {
    this.#listeners.add(listener);
    return { [Symbol.dispose]: () => void this.#listeners.delete(listener) };
  }

  [Symbol.dispose](): void {
    this.#gathering?.cancel();
    this.#listeners.clear();
  }

  #tell(): void {
    this.#gathering = null;
    const news: AudienceLive = { current: this.#about(), sample: this.#sample, ended: this.#ended };
    this.#sample = null;
    this.#ended = null;
    for (const listener of this.#listeners) listener(news);
  }
}

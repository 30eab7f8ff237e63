import type { Statistics } from '@dropwise/contract';
import type { Live } from '../../live/live.svelte.ts';
import { sentenceOf } from '../../shared/sentence-of.ts';

/** Facts come by the dozen; what is counted is asked for once in so long. */
const restMs = 4_000;

/** Today’s numbers: asked for again when history has grown. */
export class StatisticsFeed {
  value = $state.raw<Statistics | null>(null);
  /** When it was asked for, on the browser’s clock. */
  at = $state(0);
  problem = $state<string | null>(null);
  readonly #ask: () => Promise<Statistics>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ended = false;

  constructor(ask: () => Promise<Statistics>) {
    this.#ask = ask;
  }

  /** Gives back how to end it. */
  follow(live: Live): () => void {
    const stop = live.onEvent(({ name }) => {
      if (name === 'fact_stored') this.#later();
    });
    return () => {
      this.#ended = true;
      stop();
      clearTimeout(this.#timer);
    };
  }

  async load(): Promise<void> {
    try {
      this.value = await this.#ask();
      this.at = Date.now();
      this.problem = null;
    } catch (error) {
      this.problem = sentenceOf(error);
    }
  }

  #later(): void {
    if (this.#timer !== undefined || this.#ended) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.load();
    }, restMs);
  }
}

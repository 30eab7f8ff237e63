import { sentenceOf } from './sentence-of.ts';

/** Something asked of the console once, and again when a person wants it. What was there stays until the new answer. */
export class Loaded<Value> {
  value = $state.raw<Value | null>(null);
  problem = $state<string | null>(null);
  readonly #ask: () => Promise<Value>;
  #turn = 0;

  constructor(ask: () => Promise<Value>) {
    this.#ask = ask;
  }

  /** Answers of an earlier turn that come late are left out. */
  async load(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    try {
      const value = await this.#ask();
      if (turn !== this.#turn) return;
      this.value = value;
      this.problem = null;
    } catch (error) {
      if (turn === this.#turn) this.problem = sentenceOf(error);
    }
  }
}

import { sentenceOf } from './sentence-of.ts';

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Null = this was the last. */
  readonly next: number | null;
}

/** A long list that is asked for page by page, newest first, and no further than `maxItems`. */
export class Paged<Item> {
  /** Null = nothing has come yet. */
  items = $state.raw<readonly Item[] | null>(null);
  problem = $state<string | null>(null);
  busy = $state(false);
  #next = $state<number | null>(null);
  readonly #ask: (before: number | null) => Promise<Page<Item>>;
  readonly #maxItems: number;
  #turn = 0;

  constructor(ask: (before: number | null) => Promise<Page<Item>>, maxItems = 500) {
    this.#ask = ask;
    this.#maxItems = maxItems;
  }

  get hasMore(): boolean {
    return this.#next !== null && (this.items?.length ?? 0) < this.#maxItems;
  }

  /** From the beginning; what was there stays until the answer. */
  async load(): Promise<void> {
    await this.#fetch(null, () => []);
  }

  async more(): Promise<void> {
    if (this.#next !== null) await this.#fetch(this.#next, () => this.items ?? []);
  }

  /** Answers of an earlier turn that come late are left out. */
  async #fetch(before: number | null, kept: () => readonly Item[]): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    this.busy = true;
    try {
      const page = await this.#ask(before);
      if (turn !== this.#turn) return;
      this.items = [...kept(), ...page.items];
      this.#next = page.next;
      this.problem = null;
    } catch (error) {
      if (turn === this.#turn) this.problem = sentenceOf(error);
    } finally {
      if (turn === this.#turn) this.busy = false;
    }
  }
}

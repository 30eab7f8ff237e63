import { sentenceOf } from '../../shared/sentence-of.ts';

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: number | null;
}

/** More rows than this do not stand in the page together: older ones take their place. */
const maxItems = 400;
/** A page may be empty and have a next one: so often it is asked on before a person is. */
const maxEmptyPages = 20;

/** Newest first, page by page. What comes in meanwhile is counted and shown when a person wants it: nothing jumps. */
export class PagedList<Item extends { readonly seq: number }> {
  items = $state.raw<readonly Item[]>([]);
  /** Null = there is nothing older. */
  next = $state<number | null>(null);
  /** Before the first answer nothing is known. */
  isLoaded = $state(false);
  busy = $state(false);
  problem = $state<string | null>(null);
  newCount = $state(0);
  /** Older ones stand here; the newest do not. */
  isLater = $state(false);
  readonly #read: (before: number | null) => Promise<Page<Item>>;
  #turn = 0;

  constructor(read: (before: number | null) => Promise<Page<Item>>) {
    this.#read = read;
  }

  get isFull(): boolean {
    return this.items.length >= maxItems;
  }

  /** From the newest on. */
  async load(): Promise<void> {
    const page = await this.#page(null);
    if (page === null) return;
    this.items = page.items;
    this.newCount = 0;
    this.isLater = false;
  }

  async more(): Promise<void> {
    if (this.next === null || this.busy) return;
    const page = await this.#page(this.next);
    if (page === null) return;
    this.isLater ||= this.isFull;
    this.items = this.isFull ? page.items : [...this.items, ...page.items];
  }

  /** Something that fits was stored. */
  note(): void {
    if (this.isLoaded) this.newCount += 1;
  }

  async #page(before: number | null): Promise<Page<Item> | null> {
    const turn = ++this.#turn;
    this.busy = true;
    try {
      let page = await this.#read(before);
      for (let round = 0; page.items.length === 0 && page.next !== null && round < maxEmptyPages; round++) {
        if (turn !== this.#turn) return null;
        page = await this.#read(page.next);
      }
      if (turn !== this.#turn) return null;
      this.next = page.next;
      this.problem = null;
      this.isLoaded = true;
      return page;
    } catch (error) {
      if (turn === this.#turn) this.problem = sentenceOf(error);
      return null;
    } finally {
      if (turn === this.#turn) this.busy = false;
    }
  }
}

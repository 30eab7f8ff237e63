/** Runs one piece of work after the other. A limited number waits; the next is refused. */
export class Turns {
  readonly #maxWaiting: number;
  #waitingCount = 0;
  #last: Promise<unknown> = Promise.resolve();

  constructor(maxWaiting: number) {
    this.#maxWaiting = maxWaiting;
  }

  get isFull(): boolean {
    return this.#waitingCount >= this.#maxWaiting;
  }

  /** Throws when it is full: look first. */
  take<Value>(work: () => Promise<Value>): Promise<Value> {
    if (this.isFull) throw new Error(`at most ${this.#maxWaiting} wait here`);
    this.#waitingCount += 1;
    const mine = this.#last.then(work).finally(() => {
      this.#waitingCount -= 1;
    });
    this.#last = mine.catch(() => {});
    return mine;
  }

  /** Resolves when nothing is left to do of what was begun. */
  async settled(): Promise<void> {
    await this.#last;
  }
}

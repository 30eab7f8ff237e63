/** Lets a number of pieces of work run at once, and a number wait for it in the order of asking. */
export class Slots {
  readonly #maxAtOnce: number;
  readonly #maxWaiting: number;
  #underWayCount = 0;
  #waiting: (() => void)[] = [];

  constructor(limits: { readonly atOnce: number; readonly waiting: number }) {
    this.#maxAtOnce = limits.atOnce;
    this.#maxWaiting = limits.waiting;
  }

  /** True: nobody more may wait. */
  get isFull(): boolean {
    return this.#underWayCount >= this.#maxAtOnce && this.#waiting.length >= this.#maxWaiting;
  }

  /** Throws when it is full: look first. */
  async run<Value>(work: () => Promise<Value>): Promise<Value> {
    if (this.isFull) throw new Error(`at most ${this.#maxWaiting} wait here`);
    // Whoever leaves hands its place on, so that nobody comes in between.
    if (this.#underWayCount >= this.#maxAtOnce) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#underWayCount += 1;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#underWayCount -= 1;
      else next();
    }
  }
}

import { fail, type Result, succeed } from '@dropwise/kit';

/** As many as may run do, and as many as may wait wait already. */
export type GateBusy = 'busy';

/** Lets so many works run at once and so many wait their turn; sends the rest away. */
export class Gate {
  readonly #maxRunning: number;
  readonly #maxWaiting: number;
  readonly #waiting: (() => void)[] = [];
  #runningCount = 0;

  constructor(maxRunning: number, maxWaiting: number) {
    this.#maxRunning = maxRunning;
    this.#maxWaiting = maxWaiting;
  }

  async pass<Value>(work: () => Promise<Value>): Promise<Result<Value, GateBusy>> {
    if (this.#runningCount < this.#maxRunning) this.#runningCount += 1;
    else if (this.#waiting.length >= this.#maxWaiting) return fail('busy');
    // Whoever ends hands its place over, so the count stays as it is.
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return succeed(await work());
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#runningCount -= 1;
      else next();
    }
  }
}

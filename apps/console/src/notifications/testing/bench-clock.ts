import { type Clock, type Timer, VirtualClock } from '@dropwise/kit';

const maxRounds = 20_000;

/**
 * Time that a test moves, beside real sockets: it stands still while somebody outside is waited for, which is what a
 * deadline is taken for. So no deadline ever passes.
 */
export class BenchClock implements Clock {
  readonly #virtual: VirtualClock;
  #waitingCount = 0;

  constructor(startMs: number) {
    this.#virtual = new VirtualClock(startMs, () => this.#settle());
  }

  now(): number {
    return this.#virtual.now();
  }

  after(delayMs: number, run: () => void): Timer {
    return this.#virtual.after(delayMs, run);
  }

  deadline(): Timer {
    this.#waitingCount += 1;
    let isOver = false;
    return {
      cancel: () => {
        if (!isOver) this.#waitingCount -= 1;
        isOver = true;
      },
    };
  }

  /** Moves time forward by `spanMs`; what falls due on the way is done, answers included. */
  advance(spanMs: number): Promise<void> {
    return this.#virtual.advance(spanMs);
  }

  async #settle(): Promise<void> {
    let rounds = 0;
    do {
      await new Promise((resolve) => setImmediate(resolve));
      rounds += 1;
    } while (this.#waitingCount > 0 && rounds < maxRounds);
    if (this.#waitingCount > 0) throw new Error('somebody who was asked does not answer');
  }
}

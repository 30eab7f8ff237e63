/** Something that was started and can be stopped before it happens. */
export interface Timer {
  cancel(): void;
}

/**
 * The only source of time. Pure code takes `now`; edges take a `Clock`, so that a month can pass in seconds.
 * All times are epoch milliseconds, all spans milliseconds.
 */
export interface Clock {
  now(): number;
  /** Runs `run` once, `delayMs` from now. For the program's own rhythm. */
  after(delayMs: number, run: () => void): Timer;
  /**
   * Runs `run` once unless cancelled, for waiting on something outside the program (a reply, a PONG). An
   * accelerated clock shortens `after` but not this below what a real network needs.
   */
  deadline(delayMs: number, run: () => void): Timer;
}

interface Pending {
  at: number;
  order: number;
  run: () => void;
}

/**
 * A clock that stands still until it is advanced.
 *
 * `settle` is awaited after every timer, so that the work a timer begins (promises, microtasks) is done before
 * the next one fires. Two timers for the same instant fire in the order they were set.
 */
export class VirtualClock implements Clock {
  #now: number;
  #order = 0;
  readonly #settle: () => Promise<void>;
  /** A binary heap ordered by (at, order). */
  readonly #heap: Pending[] = [];
  readonly #cancelled = new Set<Pending>();

  constructor(startMs: number, settle: () => Promise<void>) {
    this.#now = startMs;
    this.#settle = settle;
  }

  now(): number {
    return this.#now;
  }

  after(delayMs: number, run: () => void): Timer {
    const pending: Pending = { at: this.#now + Math.max(0, delayMs), order: this.#order++, run };
    push(this.#heap, pending);
    return {
      cancel: () => {
        if (pending.run === done) return;
        pending.run = done;
        this.#cancelled.add(pending);
        if (this.#cancelled.size > 64 && this.#cancelled.size > this.#heap.length / 2) this.#sweep();
      },
    };
  }

  deadline(delayMs: number, run: () => void): Timer {
    return this.after(delayMs, run);
  }

  /** Timers that have not fired and were not cancelled. */
  get pendingCount(): number {
    return this.#heap.length - this.#cancelled.size;
  }

  /** Moves time forward by `spanMs`, firing what falls due on the way. */
  async advance(spanMs: number): Promise<void> {
    await this.advanceTo(this.#now + spanMs);
  }

  /** Moves time forward to `targetMs`; a target in the past only settles. */
  async advanceTo(targetMs: number): Promise<void> {
    await this.#settle();
    for (let next = this.#heap[0]; next !== undefined && next.at <= targetMs; next = this.#heap[0]) {
      pop(this.#heap);
      if (this.#cancelled.delete(next)) continue;
      this.#now = Math.max(this.#now, next.at);
      const { run } = next;
      next.run = done;
      run();
      await this.#settle();
    }
    this.#now = Math.max(this.#now, targetMs);
  }

  /** Advances from timer to timer until `condition` holds; false when `limitMs` of virtual time went by first. */
  async advanceUntil(condition: () => boolean, limitMs: number): Promise<boolean> {
    const end = this.#now + limitMs;
    await this.#settle();
    while (!condition()) {
      const next = this.#heap[0];
      if (next === undefined || next.at > end) {
        this.#now = Math.max(this.#now, end);
        return condition();
      }
      await this.advanceTo(next.at);
    }
    return true;
  }

  #sweep(): void {
    const kept = this.#heap.filter((pending) => !this.#cancelled.has(pending));
    this.#heap.length = 0;
    this.#cancelled.clear();
    for (const pending of kept) push(this.#heap, pending);
  }
}

function done(): void {}

function before(a: Pending, b: Pending): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

function push(heap: Pending[], item: Pending): void {
  let index = heap.length;
  heap.push(item);
  while (index > 0) {
    const parentIndex = (index - 1) >> 1;
    const parent = heap[parentIndex];
    if (parent === undefined || !before(item, parent)) break;
    heap[index] = parent;
    index = parentIndex;
  }
  heap[index] = item;
}

function pop(heap: Pending[]): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  let index = 0;
  for (;;) {
    let childIndex = index * 2 + 1;
    let child = heap[childIndex];
    if (child === undefined) break;
    const right = heap[childIndex + 1];
    if (right !== undefined && before(right, child)) {
      child = right;
      childIndex += 1;
    }
    if (!before(child, last)) break;
    heap[index] = child;
    index = childIndex;
  }
  heap[index] = last;
}

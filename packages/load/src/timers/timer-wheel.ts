import { Occupancy } from './occupancy.ts';

/** What a timer wakes. */
export interface TimerTarget {
  /** @param dueMs when it should have been woken, as it was asked for. */
  wake(nowMs: number, dueMs: number): void;
}

/**
 * Timers for a great many viewers on one real timer: a hierarchical timing wheel (Varghese and Lauck) of rings of 256
 * slots, the innermost of 1 ms. Setting and cancelling are O(1) and, once the pool has grown, allocate nothing.
 * A timer is never early, and late by the grain of 1 ms at most. Those of one millisecond run in the order they were set.
 *
 * A tick is a whole millisecond since the start. Ring r holds what is due in the turn of ring r that we are in, but not in
 * the turn of the ring inside it; when a turn begins, the slot that was kept for it moves inwards. So no slot is ever shared
 * by two turns, and what is in ring r always lies in a slot after the one we are in.
 */
export class TimerWheel {
  readonly #startMs: number;
  /** The next tick to be run; everything before it has been. */
  #tick = 0;
  #isRunning = false;
  #pending = 0;

  readonly #occupied: readonly Occupancy[] = Array.from({ length: ringCount }, () => new Occupancy());
  /** Lists by slot, `ring * 256 + slot`: first and last entry. */
  readonly #heads = new Int32Array(ringCount * slotsPerRing).fill(none);
  readonly #tails = new Int32Array(ringCount * slotsPerRing).fill(none);

  /** The pool, by entry: neighbours, the slot it is in (`none` = free), how often it was used, when it is due. */
  #next: Int32Array;
  #previous: Int32Array;
  #slotOf: Int32Array;
  #uses: Int32Array;
  #dueMs: Float64Array;
  readonly #targets: (TimerTarget | null)[] = [];
  #firstFree = none;

  /** The pool doubles when it is full, up to `maxPendingTimers`. */
  constructor(startMs: number, initialCapacity = 1024) {
    this.#startMs = startMs;
    this.#next = new Int32Array(0);
    this.#previous = new Int32Array(0);
    this.#slotOf = new Int32Array(0);
    this.#uses = new Int32Array(0);
    this.#dueMs = new Float64Array(0);
    this.#growTo(Math.min(Math.max(1, initialCapacity), maxPendingTimers));
  }

  get pending(): number {
    return this.#pending;
  }

  /**
   * Wakes `target` once; returns a handle for `cancel`. In the past = at the next `runDue`; set from within a wake = not
   * before the next millisecond. No handle is 0. Throws when `maxPendingTimers` are pending, which no plan comes near.
   */
  at(whenMs: number, target: TimerTarget): number {
    const wanted = Math.ceil(whenMs - this.#startMs);
    if (!(wanted < endOfTime)) throw new RangeError(`a timer needs a time within 34 years of the start, not ${whenMs}`);
    if (this.#firstFree === none) this.#growTo(this.#next.length * 2);
    const entry = this.#firstFree;
    this.#firstFree = this.#next[entry] as number;
    this.#dueMs[entry] = whenMs;
    this.#targets[entry] = target;
    this.#pending++;
    this.#place(entry, Math.max(wanted, this.#isRunning ? this.#tick + 1 : this.#tick));
    return (this.#uses[entry] as number) * maxPendingTimers + entry;
  }

  /** True: it was pending. A handle whose timer has run or was cancelled does nothing. */
  cancel(handle: number): boolean {
    const entry = handle % maxPendingTimers;
    if (handle < 0 || entry >= this.#slotOf.length || this.#slotOf[entry] === none) return false;
    if (this.#uses[entry] !== Math.floor(handle / maxPendingTimers)) return false;
    this.#release(entry);
    return true;
  }

  /** Wakes everything that is due by `nowMs`, in order, and returns how many. When a target throws, the rest runs next time. */
  runDue(nowMs: number): number {
    if (this.#isRunning) throw new Error('a timer target must not run the wheel that wakes it');
    const lastTick = Math.floor(nowMs - this.#startMs);
    let woken = 0;
    this.#isRunning = true;
    try {
      while (this.#tick <= lastTick) {
        woken += this.#runSlot(nowMs);
        this.#moveOn(lastTick);
      }
    } finally {
      this.#isRunning = false;
    }
    return woken;
  }

  /**
   * When to call `runDue` next; null = nothing is pending. Never late. Early only for what is due after this quarter of a
   * second: then it is when the slot begins that holds it.
   */
  nextDueMs(): number | null {
    if (this.#pending === 0) return null;
    let width = 1;
    for (let ring = 0; ring < ringCount; ring++) {
      const base = Math.floor(this.#tick / width);
      const slot = base % slotsPerRing;
      const found = (this.#occupied[ring] as Occupancy).firstFrom(ring === 0 ? slot : slot + 1);
      if (found !== none) return this.#startMs + (base - slot + found) * width;
      width *= slotsPerRing;
    }
    return null;
  }

  #runSlot(nowMs: number): number {
    const slot = this.#tick % slotsPerRing;
    let woken = 0;
    for (let entry = this.#heads[slot] as number; entry !== none; entry = this.#heads[slot] as number) {
      const target = this.#targets[entry];
      const dueMs = this.#dueMs[entry] as number;
      this.#release(entry);
      woken++;
      target?.wake(nowMs, dueMs);
    }
    return woken;
  }

  /** To the next tick that may have something to run: at most to the end of the turn, and to the one after `lastTick`. */
  #moveOn(lastTick: number): void {
    const slot = this.#tick % slotsPerRing;
    const found = (this.#occupied[0] as Occupancy).firstFrom(slot + 1);
    this.#tick = Math.min(this.#tick - slot + (found === none ? slotsPerRing : found), lastTick + 1);
    if (this.#tick % slotsPerRing === 0) this.#beginTurn();
  }

  /** Outermost first, so that what comes from farther away was also set earlier. */
  #beginTurn(): void {
    let ring = 1;
    let width = slotsPerRing;
    while (ring < ringCount - 1 && this.#tick % (width * slotsPerRing) === 0) {
      ring++;
      width *= slotsPerRing;
    }
    for (; ring >= 1; ring--) {
      this.#moveInwards(ring * slotsPerRing + (Math.floor(this.#tick / width) % slotsPerRing));
      width /= slotsPerRing;
    }
  }

  #moveInwards(slot: number): void {
    let entry = this.#heads[slot] as number;
    this.#heads[slot] = none;
    this.#tails[slot] = none;
    (this.#occupied[Math.floor(slot / slotsPerRing)] as Occupancy).clear(slot % slotsPerRing);
    while (entry !== none) {
      const next = this.#next[entry] as number;
      this.#place(entry, Math.max(Math.ceil((this.#dueMs[entry] as number) - this.#startMs), this.#tick));
      entry = next;
    }
  }

  /** Into the innermost ring whose turn we are in now is also the turn of `tick`. */
  #place(entry: number, tick: number): void {
    let ring = 0;
    let width = 1;
    while (Math.floor(tick / (width * slotsPerRing)) !== Math.floor(this.#tick / (width * slotsPerRing))) {
      ring++;
      width *= slotsPerRing;
    }
    const slotInRing = Math.floor(tick / width) % slotsPerRing;
    const slot = ring * slotsPerRing + slotInRing;
    const tail = this.#tails[slot] as number;
    this.#next[entry] = none;
    this.#previous[entry] = tail;
    this.#slotOf[entry] = slot;
    this.#tails[slot] = entry;
    if (tail !== none) {
      this.#next[tail] = entry;
      return;
    }
    this.#heads[slot] = entry;
    (this.#occupied[ring] as Occupancy).set(slotInRing);
  }

  /** Out of its slot and back into the pool. */
  #release(entry: number): void {
    const slot = this.#slotOf[entry] as number;
    const next = this.#next[entry] as number;
    const previous = this.#previous[entry] as number;
    if (previous === none) this.#heads[slot] = next;
    else this.#next[previous] = next;
    if (next === none) this.#tails[slot] = previous;
    else this.#previous[next] = previous;
    if (previous === none && next === none) {
      (this.#occupied[Math.floor(slot / slotsPerRing)] as Occupancy).clear(slot % slotsPerRing);
    }
    this.#pending--;
    this.#slotOf[entry] = none;
    this.#targets[entry] = null;
    const uses = this.#uses[entry] as number;
    this.#uses[entry] = uses === mostUses ? 1 : uses + 1;
    this.#next[entry] = this.#firstFree;
    this.#firstFree = entry;
  }

  #growTo(wanted: number): void {
    const size = this.#next.length;
    const capacity = Math.min(wanted, maxPendingTimers);
    if (capacity === size) throw new RangeError(`more than ${maxPendingTimers} timers are pending`);
    this.#next = grownInts(this.#next, capacity);
    this.#previous = grownInts(this.#previous, capacity);
    this.#slotOf = grownInts(this.#slotOf, capacity);
    this.#uses = grownInts(this.#uses, capacity);
    const dueMs = new Float64Array(capacity);
    dueMs.set(this.#dueMs);
    this.#dueMs = dueMs;
    for (let entry = capacity - 1; entry >= size; entry--) {
      this.#slotOf[entry] = none;
      this.#uses[entry] = 1;
      this.#targets[entry] = null;
      this.#next[entry] = this.#firstFree;
      this.#firstFree = entry;
    }
  }
}

export const maxPendingTimers = 2 ** 20;
const ringCount = 5;
const slotsPerRing = 256;
const none = -1;
/** In ticks: what the outermost ring can tell apart. */
const endOfTime = slotsPerRing ** ringCount;
/** A handle stays an exact integer: 2^31 uses times 2^20 entries. */
const mostUses = 2 ** 31 - 1;

function grownInts(ints: Int32Array, capacity: number): Int32Array {
  const grown = new Int32Array(capacity);
  grown.set(ints);
  return grown;
}

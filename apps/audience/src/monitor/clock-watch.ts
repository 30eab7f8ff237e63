/** Why what was measured since the look before is not to be believed. */
export type ClockFault =
  /** Nothing ran: a suspended machine, a stopped or starved process. */
  | { readonly kind: 'stood-still'; readonly ms: number }
  /** The wall clock was set: latencies that go by it are wrong by as much. */
  | { readonly kind: 'stepped'; readonly ms: number };

/** Slewing, and what lies between the reading of two clocks, is below it. */
const leastStepMs = 500;

/** Compares two clocks with each other and with how often it was asked to. */
export class ClockWatch {
  readonly #longestGapMs: number;
  #monotonicMs: number;
  #wallMs: number;

  /** @param everyMs how often `look` is called; a gap of two target durations more than that has marks on what players saw. */
  constructor(everyMs: number, targetDurationSeconds: number, monotonicMs: number, wallMs: number) {
    this.#longestGapMs = everyMs + 2 * targetDurationSeconds * 1_000;
    this.#monotonicMs = monotonicMs;
    this.#wallMs = wallMs;
  }

  /**
   * Null = both clocks went on as they must. A machine that slept may show it in either: some systems let their monotonic
   * clock sleep too, and then it looks like a step.
   */
  look(monotonicMs: number, wallMs: number): ClockFault | null {
    const gapMs = monotonicMs - this.#monotonicMs;
    const stepMs = wallMs - this.#wallMs - gapMs;
    this.#monotonicMs = monotonicMs;
    this.#wallMs = wallMs;
    if (gapMs > this.#longestGapMs) return { kind: 'stood-still', ms: gapMs };
    return Math.abs(stepMs) >= leastStepMs ? { kind: 'stepped', ms: stepMs } : null;
  }
}

/** The part of the timer wheel that connections need: a deadline each, no timer of Node per request. */
export interface WireTimers {
  /** Wakes `target` at `whenMs` or soon after; the handle cancels it. */
  at(whenMs: number, target: TimerTarget): number;
  cancel(handle: number): void;
}

export interface TimerTarget {
  wake(nowMs: number, dueMs: number): void;
}

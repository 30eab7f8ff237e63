import type { TimerTarget, WireTimers } from '../wire-timers.ts';

/** Deadlines that come when a test says so, and the time that goes with them. */
export class ManualTimers implements WireTimers {
  nowMs = 1_000;
  readonly #pending = new Map<number, { readonly whenMs: number; readonly target: TimerTarget }>();
  #handle = 0;

  get pendingCount(): number {
    return this.#pending.size;
  }

  at(whenMs: number, target: TimerTarget): number {
    this.#pending.set(++this.#handle, { whenMs, target });
    return this.#handle;
  }

  cancel(handle: number): void {
    this.#pending.delete(handle);
  }

  /** Moves time on, and wakes what falls due on the way. */
  advance(spanMs: number): void {
    const untilMs = this.nowMs + spanMs;
    for (;;) {
      const next = [...this.#pending].filter(([, { whenMs }]) => whenMs <= untilMs).sort(byTime)[0];
      if (next === undefined) break;
      const [handle, { whenMs, target }] = next;
      this.#pending.delete(handle);
      this.nowMs = Math.max(this.nowMs, whenMs);
      target.wake(this.nowMs, whenMs);
    }
    this.nowMs = untilMs;
  }
}

type Entry = readonly [number, { readonly whenMs: number; readonly target: TimerTarget }];

function byTime(a: Entry, b: Entry): number {
  return a[1].whenMs - b[1].whenMs;
}

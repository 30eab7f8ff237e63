import type { Clock, Timer } from '@dropwise/kit';

/** Longest delay that Node's own timers take; they fire a longer one at once. */
const longestTimeoutMs = 2 ** 31 - 1;

export interface SystemClockOptions {
  /** True: a pending timer does not keep the process alive. */
  readonly unref?: boolean;
}

/** The machine's time. Delays of any length; `deadline` is the same as `after`. */
export function createSystemClock(options: SystemClockOptions = {}): Clock {
  const after = (delayMs: number, run: () => void): Timer => startTimer(delayMs, run, options.unref === true);
  return { now: () => Date.now(), after, deadline: after };
}

/** One timer of any length: a longer one than Node takes is waited for in parts. */
export function startTimer(delayMs: number, run: () => void, unref = false): Timer {
  let handle: NodeJS.Timeout;
  const arm = (leftMs: number): void => {
    const partMs = Math.min(leftMs, longestTimeoutMs);
    handle = setTimeout(() => (leftMs > partMs ? arm(leftMs - partMs) : run()), partMs);
    if (unref) handle.unref();
  };
  arm(Math.max(0, delayMs));
  return { cancel: () => clearTimeout(handle) };
}

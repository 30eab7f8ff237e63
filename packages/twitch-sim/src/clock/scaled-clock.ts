import type { Clock, Timer } from '@dropwise/kit';

/** Timers of the machine take no more. */
const maxTimeoutMs = 2 ** 31 - 1;
/** Whatever the speed, an answer over a real network gets at least this long. */
const shortestDeadlineMs = 2_000;

export interface ScaledClockOptions {
  /** The first instant it shows, epoch ms. */
  readonly startAt: number;
  /** Simulated milliseconds for one real one; above 0. */
  readonly speed: number;
}

/** Real time, `speed` times as fast, from an instant of our choice. */
export class ScaledClock implements Clock {
  readonly speed: number;
  readonly #startAt: number;
  readonly #realStart: number;

  constructor({ startAt, speed }: ScaledClockOptions) {
    if (!(speed > 0 && Number.isFinite(speed))) throw new RangeError(`speed must be a number above 0, found ${speed}`);
    this.speed = speed;
    this.#startAt = startAt;
    this.#realStart = performance.now();
  }

  now(): number {
    return Math.floor(this.#startAt + (performance.now() - this.#realStart) * this.speed);
  }

  after(delayMs: number, run: () => void): Timer {
    return startTimer(Math.max(0, delayMs) / this.speed, run);
  }

  deadline(delayMs: number, run: () => void): Timer {
    return startTimer(Math.max(delayMs / this.speed, Math.min(delayMs, shortestDeadlineMs)), run);
  }
}

/** A delay longer than the machine's timers take is waited for in parts. */
function startTimer(realMs: number, run: () => void): Timer {
  let handle: NodeJS.Timeout;
  const wait = (leftMs: number): void => {
    const partMs = Math.min(leftMs, maxTimeoutMs);
    handle = setTimeout(() => (leftMs > partMs ? wait(leftMs - partMs) : run()), Math.ceil(partMs));
  };
  wait(realMs);
  return { cancel: () => clearTimeout(handle) };
}

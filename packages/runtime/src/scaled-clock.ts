import type { Clock } from '@dropwise/kit';
import { startTimer } from './system-clock.ts';

/** What a real reply may need, however fast the clock runs. */
const leastDeadlineMs = 2_000;

export interface ScaledClockOptions {
  /** Clock milliseconds that go by in one real millisecond; 60 makes a minute of a second. */
  readonly speed: number;
  /** Epoch ms that the clock shows now. Default: the machine's time. */
  readonly startMs?: number;
  /** The real instant (epoch ms) at which it shows `startMs`, to agree with another process's clock. Default: now. */
  readonly realStartMs?: number;
}

/**
 * A clock that runs `speed` times as fast as the machine's.
 *
 * `after` is shortened by `speed`. `deadline` waits for a real network: it is shortened too, but to no less real
 * time than 2 s, or the whole delay where that is shorter.
 */
export function createScaledClock(options: ScaledClockOptions): Clock {
  const { speed } = options;
  if (!(Number.isFinite(speed) && speed > 0)) {
    throw new RangeError(`speed must be a number above 0, found ${speed}`);
  }
  const realNowMs = Date.now();
  const startMs = (options.startMs ?? realNowMs) + (realNowMs - (options.realStartMs ?? realNowMs)) * speed;
  const monotonicStartMs = performance.now();
  return {
    now: () => Math.floor(startMs + (performance.now() - monotonicStartMs) * speed),
    after: (delayMs, run) => startTimer(delayMs / speed, run),
    deadline: (delayMs, run) => startTimer(realDeadlineMs(delayMs, speed), run),
  };
}

/** Real ms that a deadline of `delayMs` lasts at `speed`. */
export function realDeadlineMs(delayMs: number, speed: number): number {
  return Math.max(delayMs / speed, Math.min(delayMs, leastDeadlineMs));
}

import type { Clock, StopSignal } from '@dropwise/kit';

export interface LimiterLimits {
  /** Starts in any span of `windowMs`. */
  readonly startsPerWindow: number;
  readonly windowMs: number;
  readonly inFlight: number;
  /** Waiting requests; one more is turned away. */
  readonly queue: number;
}

/** Protocol 3.2. A batch is one request. */
export const gqlLimits: LimiterLimits = { startsPerWindow: 5, windowMs: 1_000, inFlight: 5, queue: 500 };

/** Gives the slot back; calling it twice does nothing. */
export type Release = () => void;

export interface Limiter {
  /** Resolves when the request may start, in order of asking; `'full'` when too many wait. Rejects when stopped. */
  acquire(signal?: StopSignal): Promise<Release | 'full'>;
}

interface Waiter {
  start(): void;
}

export function createLimiter(clock: Clock, limits: LimiterLimits): Limiter {
  const waiting = new Set<Waiter>();
  /** Instants of the last starts, at most `startsPerWindow` of them. */
  const starts: number[] = [];
  let inFlight = 0;
  let timerPending = false;

  function pump(): void {
    for (const waiter of waiting) {
      if (inFlight >= limits.inFlight) return;
      const waitMs = untilNextStart();
      if (waitMs > 0) {
        wakeAfter(waitMs);
        return;
      }
      waiting.delete(waiter);
      inFlight += 1;
      starts.push(clock.now());
      if (starts.length > limits.startsPerWindow) starts.shift();
      waiter.start();
    }
  }

  function untilNextStart(): number {
    const oldest = starts[0];
    if (oldest === undefined || starts.length < limits.startsPerWindow) return 0;
    return oldest + limits.windowMs - clock.now();
  }

  function wakeAfter(delayMs: number): void {
    if (timerPending) return;
    timerPending = true;
    clock.after(delayMs, () => {
      timerPending = false;
      pump();
    });
  }

  function releaseOnce(): Release {
    let released = false;
    return () => {
      if (released) return;
      released = true;
      inFlight -= 1;
      pump();
    };
  }

  return {
    acquire(signal) {
      if (signal?.aborted) return Promise.reject(signal.reason);
      if (waiting.size >= limits.queue) return Promise.resolve('full');
      return new Promise((resolve, reject) => {
        const onAbort = (): void => {
          waiting.delete(waiter);
          reject(signal?.reason);
        };
        const waiter: Waiter = {
          start() {
            signal?.removeEventListener('abort', onAbort);
            resolve(releaseOnce());
          },
        };
        signal?.addEventListener('abort', onAbort, { once: true });
        waiting.add(waiter);
        pump();
      });
    },
  };
}

import type { Clock } from '@dropwise/kit';
import type { FastifyRateLimitStore, FastifyRateLimitStoreCtor } from '@fastify/rate-limit';

interface Window {
  count: number;
  startedAt: number;
}

/** Beyond it the address that came least recently begins anew. */
const maxKeys = 10_000;

/** A store for `@fastify/rate-limit` that counts in the program's own time. */
export function createRateWindows(clock: Clock): FastifyRateLimitStoreCtor {
  return class RateWindows implements FastifyRateLimitStore {
    readonly #windows = new Map<string, Window>();

    incr(
      key: string,
      callback: (error: Error | null, result?: { current: number; ttl: number }) => void,
      timeWindow: number,
    ): void {
      const now = clock.now();
      const known = this.#windows.get(key);
      const window = known !== undefined && now - known.startedAt < timeWindow ? known : { count: 0, startedAt: now };
      window.count += 1;
      this.#windows.delete(key);
      this.#windows.set(key, window);
      if (this.#windows.size > maxKeys) this.#dropOldest();
      callback(null, { current: window.count, ttl: window.startedAt + timeWindow - now });
    }

    child(): FastifyRateLimitStore {
      return new RateWindows();
    }

    #dropOldest(): void {
      for (const key of this.#windows.keys()) {
        this.#windows.delete(key);
        return;
      }
    }
  };
}

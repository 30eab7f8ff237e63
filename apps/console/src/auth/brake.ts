import type { Clock } from '@dropwise/kit';

export interface BrakePolicy {
  /** Failures that cost nothing yet. */
  readonly freeCount: number;
  /** Wait after the first failure beyond them; doubles with every further one. */
  readonly firstMs: number;
  readonly capMs: number;
  /** Failures are forgotten when none came for so long. */
  readonly forgetMs: number;
}

interface Failures {
  count: number;
  lastAt: number;
}

/** Whoever is not remembered any more begins anew; the oldest go first. */
const maxKeys = 10_000;

/**
 * Makes guessing slow: the more failures under a key, the longer the wait for the next try. A try counts as failed from its
 * beginning, so that a thousand at once are no way around it; what comes during the wait is refused and counts for nothing,
 * so that nobody can prolong another one's wait for ever.
 */
export class Brake {
  readonly #policy: BrakePolicy;
  readonly #clock: Clock;
  /** In the order of their last failure. */
  readonly #failures = new Map<string, Failures>();

  constructor(policy: BrakePolicy, clock: Clock) {
    this.#policy = policy;
    this.#clock = clock;
  }

  /** 0 = now. */
  waitMs(key: string): number {
    const failures = this.#current(key);
    if (failures === null) return 0;
    const { capMs, firstMs, freeCount } = this.#policy;
    const beyond = failures.count - freeCount;
    if (beyond < 0) return 0;
    const delayMs = Math.min(firstMs * 2 ** Math.min(beyond, 40), capMs);
    return Math.max(0, failures.lastAt + delayMs - this.#clock.now());
  }

  /** A try begins, and counts as failed until `forgive` or `takeBack`. */
  count(key: string): void {
    const count = (this.#current(key)?.count ?? 0) + 1;
    this.#failures.delete(key);
    this.#failures.set(key, { count, lastAt: this.#clock.now() });
    if (this.#failures.size <= maxKeys) return;
    for (const oldest of this.#failures.keys()) {
      this.#failures.delete(oldest);
      return;
    }
  }

  /** The try was right. */
  forgive(key: string): void {
    this.#failures.delete(key);
  }

  /** The try was not looked at after all. */
  takeBack(key: string): void {
    const failures = this.#failures.get(key);
    if (failures === undefined) return;
    failures.count -= 1;
    if (failures.count <= 0) this.#failures.delete(key);
  }

  #current(key: string): Failures | null {
    const failures = this.#failures.get(key);
    if (failures === undefined) return null;
    if (this.#clock.now() - failures.lastAt < this.#policy.forgetMs) return failures;
    this.#failures.delete(key);
    return null;
  }
}

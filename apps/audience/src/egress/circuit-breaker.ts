export interface BreakerPolicy {
  /** So many failures in a row, within the window, open it. */
  readonly failures: number;
  readonly windowMs: number;
  /** Open for so long, then one probe is let through. */
  readonly restMs: number;
}

export const usualBreakerPolicy: BreakerPolicy = { failures: 5, windowMs: 10_000, restMs: 10_000 };

/** As circuit breakers are named: closed = in use, open = out. */
export type BreakerState = 'closed' | 'open' | 'half-open';

/**
 * Keeps viewers from a proxy that does not answer.
 *
 * closed ─ failures in a row ─▶ open ─ rest over ─▶ half-open ─ probe worked ─▶ closed
 *                                 ▲                    │ probe failed, or said nothing for another rest
 *                                 └────────────────────┘
 */
export class CircuitBreaker {
  readonly #policy: BreakerPolicy;
  /** Of the failures since something worked. */
  #failedAtMs: number[] = [];
  #openedAtMs: number | null = null;
  #probedAtMs: number | null = null;

  constructor(policy: BreakerPolicy = usualBreakerPolicy) {
    this.#policy = policy;
  }

  state(nowMs: number): BreakerState {
    if (this.#openedAtMs === null) return 'closed';
    return nowMs < this.#openedAtMs + this.#policy.restMs ? 'open' : 'half-open';
  }

  /** May something be sent? In half-open, the first to ask is the probe, and the others wait for what it finds. */
  admits(nowMs: number): boolean {
    const state = this.state(nowMs);
    if (state !== 'half-open') return state === 'closed';
    if (this.#probedAtMs !== null && nowMs < this.#probedAtMs + this.#policy.restMs) return false;
    this.#probedAtMs = nowMs;
    return true;
  }

  worked(nowMs: number): void {
    if (this.state(nowMs) === 'open') return;
    this.#failedAtMs = [];
    this.#openedAtMs = null;
    this.#probedAtMs = null;
  }

  failed(nowMs: number): void {
    const { failures, windowMs } = this.#policy;
    if (this.#openedAtMs !== null) {
      if (this.state(nowMs) === 'half-open') this.#open(nowMs);
      return;
    }
    this.#failedAtMs = [...this.#failedAtMs.filter((atMs) => nowMs - atMs < windowMs), nowMs];
    if (this.#failedAtMs.length >= failures) this.#open(nowMs);
  }

  #open(nowMs: number): void {
    this.#openedAtMs = nowMs;
    this.#probedAtMs = null;
    this.#failedAtMs = [];
  }
}

/** How far the origin's clock is from ours, in ms: it lies between the two, if the `Date` headers are true. */
export interface ClockOffset {
  readonly leastMs: number;
  readonly mostMs: number;
}

/** `Date` has whole seconds. */
const grainMs = 1000;

/**
 * Every answer bounds the offset between the clocks: `Date` was written after the request was sent and before the
 * answer came. The bounds of all answers together are narrower than those of one. Live latency by program time is as
 * true as this.
 */
export class OriginClock {
  #leastMs = Number.NEGATIVE_INFINITY;
  #mostMs = Number.POSITIVE_INFINITY;

  /** Null = no answer had a `Date` of its own. */
  get offset(): ClockOffset | null {
    return Number.isFinite(this.#leastMs) ? { leastMs: this.#leastMs, mostMs: this.#mostMs } : null;
  }

  /** @param askedAtMs and `answeredAtMs`, by our wall clock. An answer out of a cache says nothing. */
  observe(dateMs: number, askedAtMs: number, answeredAtMs: number): void {
    const leastMs = Math.max(this.#leastMs, dateMs - answeredAtMs);
    const mostMs = Math.min(this.#mostMs, dateMs + grainMs - askedAtMs);
    if (leastMs <= mostMs) {
      this.#leastMs = leastMs;
      this.#mostMs = mostMs;
      return;
    }
    // Several servers behind one name, or a clock that was set: what was known before holds no longer.
    this.#leastMs = dateMs - answeredAtMs;
    this.#mostMs = dateMs + grainMs - askedAtMs;
  }
}

/** What all observers together know; null = none does, or they contradict each other: several servers behind one name. */
export function joinOffsets(offsets: readonly ClockOffset[]): ClockOffset | null {
  if (offsets.length === 0) return null;
  const leastMs = Math.max(...offsets.map((offset) => offset.leastMs));
  const mostMs = Math.min(...offsets.map((offset) => offset.mostMs));
  return leastMs <= mostMs ? { leastMs, mostMs } : null;
}

/**
 * When each segment is due: `due(m) = due(m0) + sum of durations m0..m-1`, m0 being the first segment in steady state.
 * Measuring from there shows an origin that keeps everybody waiting, which a request that is sent late hides
 * (coordinated omission). Anchored anew only at the join, a forced re-sync, and after ENDLIST: otherwise a slow
 * origin would move the line it is measured by.
 */
export class DueLine {
  #dueMs = 0;
  isAnchored = false;

  /** The segment that is loaded next is due at `dueMs`. */
  anchor(dueMs: number): void {
    this.#dueMs = dueMs;
    this.isAnchored = true;
  }

  /** The line is void until it is anchored again. */
  clear(): void {
    this.isAnchored = false;
  }

  /** When the segment that is loaded now is due. */
  get dueMs(): number {
    return this.#dueMs;
  }

  /** On to the next segment: by the duration of this one, whether it was loaded, missed, or a gap. */
  pass(durationSeconds: number): void {
    this.#dueMs += durationSeconds * 1000;
  }

  /** `ttfb_due` of the segment that is loaded now: never from later than when it was really sent. */
  ttfbDueMs(sentMs: number, firstByteMs: number): number {
    return firstByteMs - (this.isAnchored ? Math.min(sentMs, this.#dueMs) : sentMs);
  }
}

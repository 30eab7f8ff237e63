import { formatMbps } from './limits.ts';

const windowMs = 5_000;
/** Looks closer together than this are judged, and not kept. */
const leastApartMs = 100;

interface Look {
  readonly atMs: number;
  readonly readBytes: number;
}

/** Watches that a run takes no more than was allowed, as a mean over five seconds. Look about once a second. */
export class RateGuard {
  /** Of the last five seconds, and the one before: at most 52. */
  readonly #looks: Look[] = [];

  /** `readBytes` are all so far. Returns what is wrong, or null. */
  observe(nowMs: number, readBytes: number, maxMbps: number | null): string | null {
    const last = this.#looks.at(-1);
    if (last === undefined || nowMs - last.atMs >= leastApartMs) this.#looks.push({ atMs: nowMs, readBytes });
    while (this.#isSecondOldEnough(nowMs)) this.#looks.shift();
    const [first] = this.#looks;
    if (maxMbps === null || first === undefined || nowMs - first.atMs < windowMs) return null;
    const mbps = ((readBytes - first.readBytes) * 8) / 1e3 / (nowMs - first.atMs);
    if (mbps <= maxMbps) return null;
    return `The run took ${formatMbps(mbps)} over the last ${windowMs / 1_000} seconds, and ${formatMbps(maxMbps)} are allowed.`;
  }

  #isSecondOldEnough(nowMs: number): boolean {
    const second = this.#looks[1];
    return second !== undefined && nowMs - second.atMs >= windowMs;
  }
}

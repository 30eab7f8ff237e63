import { byJoining, type PlannedViewer } from './load-plan.ts';

/** Takes down viewers while a plan is being made. */
export class Roster {
  readonly #viewers: PlannedViewer[] = [];
  readonly #seed: number;
  readonly #horizonMs: number;
  #nextIndex: number;

  /** @param horizonMs nobody joins then or later, and who is there then stays to the end. */
  constructor(seed: number, horizonMs: number, nextIndex: number) {
    this.#seed = seed;
    this.#horizonMs = horizonMs;
    this.#nextIndex = nextIndex;
  }

  add(joinAtMs: number, leaveAtMs: number): void {
    if (joinAtMs >= this.#horizonMs) return;
    if (this.#viewers.length === maxPlannedViewers) throw new RangeError(tooManyViewers);
    const index = this.#nextIndex++;
    this.#viewers.push({
      index,
      joinAtMs,
      leaveAtMs: leaveAtMs < this.#horizonMs ? leaveAtMs : null,
      seed: seedOf(this.#seed, index),
    });
  }

  /** One place at once: a viewer, and when its stay is over another, from `fromMs` until the place is closed at `toMs`. */
  fillPlace(fromMs: number, toMs: number, nextStayMs: () => number): void {
    let joinAtMs = fromMs;
    while (joinAtMs < toMs && joinAtMs < this.#horizonMs) {
      const leaveAtMs = Math.min(joinAtMs + nextStayMs(), toMs);
      this.add(joinAtMs, leaveAtMs);
      joinAtMs = leaveAtMs;
    }
  }

  get nextIndex(): number {
    return this.#nextIndex;
  }

  get horizonMs(): number {
    return this.#horizonMs;
  }

  sorted(): readonly PlannedViewer[] {
    return this.#viewers.sort(byJoining);
  }
}

/** How far a run without an end is planned: then nobody comes or goes any more. */
export const endlessPlanMs = 24 * 3_600_000;

export const maxPlannedViewers = 1_000_000;
export const tooManyViewers = `the plan has more than ${maxPlannedViewers.toLocaleString('en')} viewers: lengthen their stay, lower their number, or shorten the run`;

/** Two seeds that differ in one bit, or two viewers in a row, have nothing in common. */
export function seedOf(seed: number, index: number): number {
  let mixed = (seed ^ Math.imul(index + 1, 0x9e3779b1)) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97) >>> 0;
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

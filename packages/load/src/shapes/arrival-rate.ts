import type { Random } from '@dropwise/kit';
import { exponential } from '../distributions/exponential.ts';
import type { Roster } from '../plan/roster.ts';

export interface Arrivals {
  readonly fromMs: number;
  readonly viewersPerMinute: number;
  /** At most so many at once: who arrives then is turned away, not kept waiting. */
  readonly maxViewers: number;
  /** When those who are already there leave. */
  readonly presentUntilMs: readonly number[];
}

/** Viewers who know nothing of each other: a Poisson process. Returns when one was turned away. */
export function planArrivals(arrivals: Arrivals, roster: Roster, nextStayMs: () => number, random: Random): number[] {
  const meanGapMs = 60_000 / arrivals.viewersPerMinute;
  const present = new LeavingOrder(arrivals.presentUntilMs);
  const turnedAwayAtMs: number[] = [];
  let atMs = arrivals.fromMs + exponential(meanGapMs, random);
  for (; atMs < roster.horizonMs; atMs += exponential(meanGapMs, random)) {
    const leaveAtMs = atMs + nextStayMs();
    present.letGo(atMs);
    if (present.size >= arrivals.maxViewers) {
      turnedAwayAtMs.push(atMs);
      continue;
    }
    present.add(leaveAtMs);
    roster.add(atMs, leaveAtMs);
  }
  return turnedAwayAtMs;
}

/** A binary heap of instants: the next to leave is on top. */
class LeavingOrder {
  readonly #heap: number[] = [];

  constructor(instantsMs: readonly number[]) {
    for (const instantMs of instantsMs) this.add(instantMs);
  }

  get size(): number {
    return this.#heap.length;
  }

  add(instantMs: number): void {
    const heap = this.#heap;
    let child = heap.push(instantMs) - 1;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if ((heap[parent] as number) <= instantMs) break;
      heap[child] = heap[parent] as number;
      child = parent;
    }
    heap[child] = instantMs;
  }

  /** Those whose time has come. */
  letGo(nowMs: number): void {
    while (this.#heap.length > 0 && (this.#heap[0] as number) <= nowMs) this.#dropFirst();
  }

  #dropFirst(): void {
    const heap = this.#heap;
    const last = heap.pop() as number;
    if (heap.length === 0) return;
    let parent = 0;
    for (;;) {
      let child = parent * 2 + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && (heap[child + 1] as number) < (heap[child] as number)) child++;
      if ((heap[child] as number) >= last) break;
      heap[parent] = heap[child] as number;
      parent = child;
    }
    heap[parent] = last;
  }
}

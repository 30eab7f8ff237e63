import type { CounterName } from '../metrics/index.ts';

/** A metric that is reckoned from counts when it is asked for. */
export interface FigureMetric {
  readonly name: string;
  readonly unit: string;
  /** For whom it is told: the whole and each egress; the whole and each rendition; or all three. */
  readonly scopes: 'egress' | 'rendition' | 'both';
  /** Null = there is nothing to reckon it from, which is never 0. */
  readonly reckon: (tally: Tally) => number | null;
}

export type Counts = Readonly<Record<CounterName, number>>;

/** What a figure is reckoned from: everything, or what one egress or rendition had. */
export interface Tally {
  readonly counts: Counts;
  /** Of everything, to tell a share of it. */
  readonly total: Counts;
  /** Failed attempts; they belong to no rendition. */
  readonly failures: number;
  readonly windowMs: number | null;
}

export function shareOf(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}

export function percentOf(part: number, whole: number): number | null {
  return whole > 0 ? (part / whole) * 100 : null;
}

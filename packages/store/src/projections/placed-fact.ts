import type { AnyFact } from '@dropwise/contract';

/** A fact in its place, as projections see it. */
export interface PlacedFact {
  readonly seq: number;
  readonly at: number;
  readonly childId: string;
  readonly fact: AnyFact;
}

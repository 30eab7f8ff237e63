import type { ConsoleFact } from './console-fact.ts';
import type { ObservedFact } from './observed-fact.ts';

/** Anything that is remembered. */
export type AnyFact = ObservedFact | ConsoleFact;

/** A fact on its way into the store. */
export interface NewFact {
  /** Epoch ms, on the clock of whoever saw it. */
  readonly at: number;
  /** The child it is about; `console` for the console's own. */
  readonly childId: string;
  /**
   * Unique for the child, when the same fact may be delivered twice (`<run id>:<number>`): the second is not stored. Null
   * for what is delivered once by its nature.
   */
  readonly key: string | null;
  readonly fact: AnyFact;
}

/** A fact with its place in the log of facts: `seq` grows by the order of storing, never by time. */
export interface StoredFact {
  readonly seq: number;
  readonly at: number;
  readonly childId: string;
  readonly fact: AnyFact;
}

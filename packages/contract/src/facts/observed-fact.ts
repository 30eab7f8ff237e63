import type { Fact } from '@dropwise/core';

/**
 * A fact as somebody saw it who may not see everything: the same kinds and the same fields as the miner's own, and `null`
 * where this source cannot know. Every `Fact` of our miner is one; the log of another miner yields mostly `null`s.
 */
export type ObservedFact = Observed<Fact>;

type Observed<Of extends { readonly kind: string }> = Of extends { readonly kind: infer Kind }
  ? { readonly kind: Kind } & { readonly [Key in Exclude<keyof Of, 'kind'>]: Of[Key] | null }
  : never;

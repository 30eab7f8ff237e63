import type { Fact } from '@dropwise/core';

/** Counts claims for `--until-claims`; null counts for ever. */
export function createClaimCount(untilClaims: number | null): { isEnoughAfter(fact: Fact): boolean } {
  let claimed = 0;
  return {
    isEnoughAfter(fact) {
      if (fact.kind !== 'dropClaimed' || untilClaims === null) return false;
      claimed += 1;
      return claimed === untilClaims;
    },
  };
}

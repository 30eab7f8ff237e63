import { assertNever } from '@dropwise/kit';
import type { Snapshot } from '../recorder/snapshot.ts';
import type { Threshold, ThresholdOperator } from './parse-threshold.ts';

export interface ThresholdResult {
  readonly expression: string;
  /** Null = there was nothing to reckon it from. */
  readonly value: number | null;
  /**
   * The condition came true; or there is no value, and that does not mean that all was well: nobody can say that a
   * threshold on a proxy held through which nothing was loaded.
   */
  readonly failed: boolean;
}

export function evaluateThresholds(snapshot: Snapshot, thresholds: readonly Threshold[]): readonly ThresholdResult[] {
  return thresholds.map(({ expression, quantity, egress, operator, limit }) => {
    const value = quantity.measure(snapshot, { egress, rendition: null });
    const failed = value === null ? quantity.whenEmpty === 'unknown' : isBeyond(value, operator, limit);
    return { expression, value, failed };
  });
}

function isBeyond(value: number, operator: ThresholdOperator, limit: number): boolean {
  switch (operator) {
    case '>':
      return value > limit;
    case '>=':
      return value >= limit;
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
    default:
      return assertNever(operator);
  }
}

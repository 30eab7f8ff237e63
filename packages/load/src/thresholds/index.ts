export { evaluateThresholds, type ThresholdResult } from './evaluate-thresholds.ts';
export { parseThreshold, type Threshold, type ThresholdOperator, thresholdOperators } from './parse-threshold.ts';
export { findQuantity, type Quantity, quantities } from './quantities.ts';

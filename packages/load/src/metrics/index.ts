export { type CounterName, counterMetrics, counterNames, isCounterName } from './counters.ts';
export type { DistributionMetric } from './distribution-metric.ts';
export {
  type DistributionName,
  distributionMetricOf,
  distributionMetrics,
  isDistributionName,
} from './distributions.ts';

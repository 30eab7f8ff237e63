export { type DistributionFigures, distributionIn, distributionsOf } from './distributions-of.ts';
export type { FigureMetric } from './figure-metric.ts';
export { figureMetrics } from './figure-metrics.ts';
export { type Figure, figuresOf } from './figures-of.ts';
export { everybody, type Scope } from './scope.ts';

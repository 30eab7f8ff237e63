import type { DistributionMetric } from './distribution-metric.ts';

/** Ahead of the latency aimed at, where `latency_drift` would be below zero. */
export const latencyLead = {
  name: 'latency_lead',
  unit: 'ms',
  whenEmpty: 'held',
} as const satisfies DistributionMetric;

import { connectTime } from './connect-time.ts';
import type { DistributionMetric } from './distribution-metric.ts';
import { keyTime } from './key-time.ts';
import { latencyDrift } from './latency-drift.ts';
import { latencyLead } from './latency-lead.ts';
import { liveLatencyEdge } from './live-latency-edge.ts';
import { liveLatencyPdt } from './live-latency-pdt.ts';
import { playlistAge } from './playlist-age.ts';
import { playlistRtt } from './playlist-rtt.ts';
import { segmentLate } from './segment-late.ts';
import { segmentThroughput } from './segment-throughput.ts';
import { stallDuration } from './stall-duration.ts';
import { startupTime } from './startup-time.ts';
import { toolLag } from './tool-lag.ts';
import { transferRate } from './transfer-rate.ts';
import { ttfbDue } from './ttfb-due.ts';
import { ttfbSent } from './ttfb-sent.ts';

/** Every metric that is kept as a histogram, in the order of the report. */
export const distributionMetrics = [
  startupTime,
  stallDuration,
  ttfbDue,
  ttfbSent,
  segmentLate,
  segmentThroughput,
  transferRate,
  liveLatencyPdt,
  liveLatencyEdge,
  latencyDrift,
  latencyLead,
  playlistRtt,
  playlistAge,
  connectTime,
  keyTime,
  toolLag,
] as const satisfies readonly DistributionMetric[];

export type DistributionName = (typeof distributionMetrics)[number]['name'];

const byName = new Map<string, DistributionMetric>(distributionMetrics.map((metric) => [metric.name, metric]));

export function isDistributionName(name: string): name is DistributionName {
  return byName.has(name);
}

export function distributionMetricOf(name: DistributionName): DistributionMetric {
  const metric = byName.get(name);
  if (metric === undefined) throw new RangeError(`no distribution is called "${name}"`);
  return metric;
}

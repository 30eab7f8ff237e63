/** What a run measures, by the names of its report. Which way is better for the viewers; null = neither. */
export interface Metric {
  readonly name: string;
  /** As the report and a condition count it. */
  readonly unit: '%' | 'ms' | 'kbit/s' | 'bytes' | 'h' | 'ratio' | 'count';
  readonly better: 'lower' | 'higher' | null;
}

function metric(name: string, unit: Metric['unit'], better: Metric['better']): Metric {
  return { name, unit, better };
}

/** One number of a run each, reckoned from what was counted. */
export const figureMetrics = [
  metric('stalled_time_pct', '%', 'lower'),
  metric('rebuffer_ratio', 'ratio', 'lower'),
  metric('stall_count', 'count', 'lower'),
  metric('stalls_per_viewer_hour', 'count', 'lower'),
  metric('start_failure_pct', '%', 'lower'),
  metric('playback_failure_pct', '%', 'lower'),
  metric('sessions_lost_pct', '%', 'lower'),
  metric('viewer_hours', 'h', null),
  metric('avg_playback_bitrate', 'kbit/s', 'higher'),
  metric('rendition_time_pct', '%', null),
  metric('switches_up', 'count', null),
  metric('switches_down', 'count', 'lower'),
  metric('switches_per_viewer_minute', 'count', 'lower'),
  metric('goodput', 'kbit/s', null),
  metric('wire_bytes', 'bytes', null),
  metric('segments_late_pct', '%', 'lower'),
  metric('segments_missed', 'count', 'lower'),
  metric('segments_gone', 'count', 'lower'),
  metric('resyncs', 'count', 'lower'),
  metric('stale_playlist', 'count', 'lower'),
  metric('very_stale_playlist', 'count', 'lower'),
  metric('unchanged_reload_pct', '%', null),
  metric('playlist_regression', 'count', 'lower'),
  metric('errors', 'count', 'lower'),
  metric('error_pct', '%', 'lower'),
  metric('retries', 'count', 'lower'),
] as const;

/** Kept as a histogram each: a condition names one of its values. */
export const distributionMetrics = [
  metric('startup_time', 'ms', 'lower'),
  metric('stall_duration', 'ms', 'lower'),
  metric('ttfb_due', 'ms', 'lower'),
  metric('ttfb_sent', 'ms', 'lower'),
  metric('segment_late', 'ms', 'lower'),
  metric('segment_throughput', 'kbit/s', 'higher'),
  metric('transfer_rate', 'kbit/s', 'higher'),
  metric('live_latency_pdt', 'ms', 'lower'),
  metric('live_latency_edge', 'ms', 'lower'),
  metric('latency_drift', 'ms', 'lower'),
  metric('latency_lead', 'ms', null),
  metric('playlist_rtt', 'ms', 'lower'),
  metric('playlist_age', 'ms', 'lower'),
  metric('connect_time', 'ms', 'lower'),
  metric('key_time', 'ms', 'lower'),
  metric('tool_lag', 'ms', 'lower'),
] as const;

export const statistics = ['min', 'mean', 'p50', 'p95', 'p99', 'p999', 'max'] as const;
export type Statistic = (typeof statistics)[number];

const byName = new Map<string, Metric>([...figureMetrics, ...distributionMetrics].map((each) => [each.name, each]));

/** Null: a later version of the tool measures more. */
export function metricOf(name: string): Metric | null {
  return byName.get(name) ?? null;
}

export function isDistribution(name: string): boolean {
  return distributionMetrics.some((each) => each.name === name);
}

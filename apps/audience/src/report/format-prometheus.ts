import type { AudienceReport, AudienceSample } from '@dropwise/contract/audience';
import { Counter, Gauge, Registry } from 'prom-client';

export interface PrometheusFacts {
  readonly runId: string;
  /** Without credentials or query. */
  readonly target: string;
  /** The latest second; null = none yet. */
  readonly sample: AudienceSample | null;
  /** Once the run is over. */
  readonly report: AudienceReport | null;
}

const prefix = 'dropwise_audience_';

/** The exposition format: what goes on by the second, and the report's figures when there is one. */
export async function formatPrometheus(facts: PrometheusFacts): Promise<string> {
  const registry = new Registry();
  registry.setDefaultLabels({ run: facts.runId });
  gauge(registry, 'run', 'The run, 1.', ['target']).set({ target: facts.target }, 1);
  if (facts.sample !== null) addSample(registry, facts.sample);
  if (facts.report !== null) addReport(registry, facts.report);
  return registry.metrics();
}

function addSample(registry: Registry, sample: AudienceSample): void {
  const viewers = gauge(registry, 'viewers', 'Viewers by what they do; planned is how many should be there.', [
    'state',
  ]);
  for (const [state, count] of Object.entries(sample.viewers)) viewers.set({ state }, count);
  counter(registry, 'stalls_total', 'Buffers that ran empty.').inc(sample.stalls);
  counter(registry, 'stalled_seconds_total', 'Time spent in stalls.').inc(sample.stalledMs / 1_000);
  counter(registry, 'watched_seconds_total', 'Time from the request for playback on.').inc(sample.watchedMs / 1_000);
  counter(registry, 'playlists_total', 'Playlists that were loaded.').inc(sample.playlists);
  counter(registry, 'stale_playlists_total', 'Unchanged for more than 1.5 target durations.').inc(
    sample.stalePlaylists,
  );
  gauge(registry, 'goodput_bits_per_second', 'Media in the last second.').set(sample.goodputBitsPerSecond);
  const delays = gauge(registry, 'last_second_delay_seconds', 'Of the last second; absent = no value in it.', [
    'metric',
    'quantile',
  ]);
  const delay = (metric: string, quantile: string, ms: number | null): void => {
    if (ms !== null) delays.set({ metric, quantile }, ms / 1_000);
  };
  delay('ttfb_due', '0.95', sample.ttfbDueP95Ms);
  delay('ttfb_sent', '0.95', sample.ttfbSentP95Ms);
  delay('startup_time', '0.5', sample.startupP50Ms);
  delay('live_latency', '0.5', sample.latencyP50Ms);
  delay('tool_lag', '0.99', sample.tool.lagP99Ms);
  addTool(registry, sample.tool);
  addEgress(registry, sample.egress);
}

function addTool(registry: Registry, tool: AudienceSample['tool']): void {
  gauge(registry, 'tool_cpu_ratio', 'Of one core, all shards and the coordinator.').set(tool.cpuPercent / 100);
  gauge(registry, 'tool_loop_utilization_ratio', 'Of the busiest shard.').set(tool.loopUtilization);
  gauge(registry, 'tool_resident_bytes', 'Memory of all shards and the coordinator.').set(tool.rssBytes);
  gauge(registry, 'tool_shards', 'Processes that play viewers.').set(tool.shards);
}

function addEgress(registry: Registry, ways: AudienceSample['egress']): void {
  const labels = ['egress'];
  const viewers = gauge(registry, 'egress_viewers', 'Viewers of each way.', labels);
  const read = counter(registry, 'egress_read_bytes_total', 'Read from the sockets of each way.', labels);
  const written = counter(registry, 'egress_written_bytes_total', 'Written to the sockets of each way.', labels);
  const failures = counter(registry, 'egress_failed_attempts_total', 'Failed attempts of each way.', labels);
  const segments = counter(registry, 'egress_segments_total', 'Segments loaded over each way.', labels);
  const state = gauge(registry, 'egress_state', 'The state that each way is in, 1.', [...labels, 'state']);
  for (const way of ways) {
    const egress = way.name;
    viewers.set({ egress }, way.viewers);
    read.inc({ egress }, way.readBytes);
    written.inc({ egress }, way.writtenBytes);
    failures.inc({ egress }, way.failures);
    segments.inc({ egress }, way.segments);
    state.set({ egress, state: way.state }, 1);
  }
}

function addReport(registry: Registry, report: AudienceReport): void {
  const outcome = gauge(registry, 'outcome', 'How the run ended, 1.', ['outcome']);
  outcome.set({ outcome: report.outcome }, 1);
  const labels = ['metric', 'unit', 'egress', 'rendition'];
  const figures = gauge(registry, 'figure', 'Figures of the report; absent = nothing to reckon from.', labels);
  for (const { metric, unit, series, value } of report.figures) {
    if (value !== null) figures.set({ metric, unit, ...labelsOf(series) }, value);
  }
  const quantiles = gauge(registry, 'distribution', 'Quantiles of the report.', [...labels, 'quantile']);
  const counts = gauge(registry, 'distribution_values', 'Values that a distribution is made of.', labels);
  for (const { metric, unit, series, count, ...values } of report.histograms) {
    const own = { metric, unit, ...labelsOf(series) };
    counts.set(own, count);
    for (const [quantile, value] of [
      ['0', values.min],
      ['0.5', values.p50],
      ['0.95', values.p95],
      ['0.99', values.p99],
      ['0.999', values.p999],
      ['1', values.max],
    ] as const) {
      if (value !== null) quantiles.set({ ...own, quantile }, value);
    }
  }
  const failures = gauge(registry, 'failures', 'Failed attempts by class and way.', ['class', 'egress']);
  for (const failure of report.failures) failures.set({ class: failure.class, egress: failure.egress }, failure.count);
}

/** An empty label is as good as none: everybody. */
function labelsOf({ egress, rendition }: { readonly egress: string | null; readonly rendition: string | null }): {
  readonly egress: string;
  readonly rendition: string;
} {
  return { egress: egress ?? '', rendition: rendition ?? '' };
}

function gauge(registry: Registry, name: string, help: string, labelNames: readonly string[] = []): Gauge {
  return new Gauge({ name: `${prefix}${name}`, help, labelNames: [...labelNames], registers: [registry] });
}

function counter(registry: Registry, name: string, help: string, labelNames: readonly string[] = []): Counter {
  return new Counter({ name: `${prefix}${name}`, help, labelNames: [...labelNames], registers: [registry] });
}

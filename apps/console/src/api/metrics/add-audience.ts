import type { AudienceCurrent } from '@dropwise/contract';
import type { AudienceSample } from '@dropwise/contract/audience';
import { Gauge, type Registry } from 'prom-client';

/** Of the run that is on, as its last second was. Names of proxies and targets are the owner's business: no labels. */
const gauges: readonly (readonly [name: string, help: string, read: (sample: AudienceSample) => number | null])[] = [
  ['stalls', 'Stalls since the run began.', ({ stalls }) => stalls],
  ['stalled_seconds', 'Time that viewers stood still, all together.', ({ stalledMs }) => stalledMs / 1_000],
  ['watched_seconds', 'Time that viewers were there, all together.', ({ watchedMs }) => watchedMs / 1_000],
  ['segments', 'Segments that arrived.', ({ segments }) => segments],
  ['playlists', 'Playlists that arrived.', ({ playlists }) => playlists],
  ['failures', 'Requests that failed.', ({ failures }) => failures],
  ['stale_playlists', 'Playlists that did not change in time.', ({ stalePlaylists }) => stalePlaylists],
  ['read_bytes', 'Bytes that were received.', ({ readBytes }) => readBytes],
  ['written_bytes', 'Bytes that were sent.', ({ writtenBytes }) => writtenBytes],
  ['goodput_bits_per_second', 'Media in the last second.', (sample) => sample.goodputBitsPerSecond],
  ['ttfb_due_p95_seconds', 'Wait for a first byte, from when it was due.', ({ ttfbDueP95Ms: ms }) => ms && ms / 1_000],
  ['latency_p50_seconds', 'Behind the live edge.', ({ latencyP50Ms: ms }) => ms && ms / 1_000],
  ['tool_lag_p99_seconds', 'How late the lab itself was.', ({ tool: { lagP99Ms: ms } }) => ms && ms / 1_000],
  ['tool_loop_utilization', 'Of its busiest event loop, 0 to 1.', ({ tool }) => tool.loopUtilization],
  ['tool_cpu_percent', 'Of the lab, in percent of one core.', ({ tool }) => tool.cpuPercent],
  ['tool_resident_bytes', 'Memory of the lab.', ({ tool }) => tool.rssBytes],
];

/** Without a run there is only that there is none. */
export function addAudience(registers: Registry[], current: () => AudienceCurrent | null): void {
  const last = (): AudienceSample | null => current()?.samples.at(-1) ?? null;
  new Gauge({
    name: 'dropwise_audience_running',
    help: '1 while an audience that the console started is on.',
    registers,
    collect() {
      this.set(current() === null ? 0 : 1);
    },
  });
  new Gauge({
    name: 'dropwise_audience_viewers',
    help: 'Viewers by what they do.',
    labelNames: ['state'],
    registers,
    collect() {
      this.reset();
      for (const [state, count] of Object.entries(last()?.viewers ?? {})) this.set({ state }, count);
    },
  });
  for (const [name, help, read] of gauges) {
    new Gauge({
      name: `dropwise_audience_${name}`,
      help,
      // An empty list of labels alone would show 0 where nothing is known.
      labelNames: ['run'],
      registers,
      collect() {
        this.reset();
        const sample = last();
        const value = sample === null ? null : read(sample);
        if (value !== null) this.set({ run: current()?.runId ?? '' }, value);
      },
    });
  }
}

import type { AudienceSample, EgressSample } from '@dropwise/contract/audience';
import { mergePulses, type Pulse, percentileOf } from '@dropwise/load';
import type { BoardSecond } from './pulse-board.ts';
import type { EgressState, ShardPulse } from './shard-pulse.ts';

/** What the coordinator knows of the machine and of itself. */
export interface MachineUsage {
  readonly cpuPercent: number;
  readonly rssBytes: number;
  readonly machineCpuPercent: number | null;
  readonly freeMemoryBytes: number | null;
  /** TCP segments that the machine sent again since the run began: loss on the way, no server's fault. */
  readonly retransmits: number | null;
}

/** A second of the whole run, of what its shards said. `before`: the second before it, for what is told per second. */
export function sampleOf(second: BoardSecond, before: AudienceSample | null, own: MachineUsage): AudienceSample {
  const { pulses } = second;
  const merged = mergePulses(pulses.map(({ pulse }) => pulse));
  const { counts } = merged;
  const atMs = second.second * 1_000;
  const spanSeconds = Math.max(0.001, (atMs - (before?.atMs ?? 0)) / 1_000);
  const mediaBits = counts.media_bytes * 8;
  const usages = pulses.map(({ usage }) => usage);
  return {
    atMs,
    viewers: addViewers(pulses),
    stalls: counts.stalls,
    stalledMs: counts.stalled_ms,
    watchedMs: counts.watched_ms,
    segments: counts.segments,
    playlists: counts.playlists,
    failures: merged.failures,
    readBytes: counts.wire_read_bytes,
    writtenBytes: counts.wire_written_bytes,
    mediaBytes: counts.media_bytes,
    goodputBitsPerSecond: Math.max(0, (mediaBits - (before?.mediaBytes ?? 0) * 8) / spanSeconds),
    ttfbDueP95Ms: percentileOf(merged, 'ttfb_due', 95),
    ttfbSentP95Ms: percentileOf(merged, 'ttfb_sent', 95),
    startupP50Ms: percentileOf(merged, 'startup_time', 50),
    latencyP50Ms: percentileOf(merged, 'live_latency_pdt', 50) ?? percentileOf(merged, 'live_latency_edge', 50),
    stalePlaylists: counts.stale_playlists,
    tool: {
      lagP99Ms: percentileOf(merged, 'tool_lag', 99),
      loopUtilization: Math.max(0, ...usages.map(({ loopUtilization }) => loopUtilization)),
      cpuPercent: own.cpuPercent + sum(usages.map(({ cpuPercent }) => cpuPercent)),
      rssBytes: own.rssBytes + sum(usages.map(({ rssBytes }) => rssBytes)),
      machineCpuPercent: own.machineCpuPercent,
      freeMemoryBytes: own.freeMemoryBytes,
      shards: pulses.length,
    },
    egress: egressSamples(pulses, merged, before, spanSeconds),
  };
}

function addViewers(pulses: readonly ShardPulse[]): AudienceSample['viewers'] {
  const total = { planned: 0, joining: 0, playing: 0, stalled: 0, ended: 0, failed: 0, lost: 0 };
  for (const { counts } of pulses) {
    for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += counts[key];
  }
  return total;
}

/** The worst state of any shard is the egress's own. */
const states: readonly EgressState['state'][] = ['closed', 'half-open', 'spent', 'open', 'refused'];

function egressSamples(
  pulses: readonly ShardPulse[],
  merged: Pulse,
  before: AudienceSample | null,
  spanSeconds: number,
): EgressSample[] {
  const known = Map.groupBy(
    pulses.flatMap(({ egress }) => egress),
    ({ name }) => name,
  );
  return merged.egress.map(({ name, counts, failures, ttfbDueP95Ms }) => {
    const told = known.get(name) ?? [];
    const earlier = before?.egress.find((one) => one.name === name);
    const bits = (counts.wire_read_bytes - (earlier?.readBytes ?? 0)) * 8;
    return {
      name,
      state: states[Math.max(0, ...told.map(({ state }) => states.indexOf(state)))] ?? 'closed',
      viewers: sum(told.map(({ viewers }) => viewers)),
      readBytes: counts.wire_read_bytes,
      writtenBytes: counts.wire_written_bytes,
      bitsPerSecond: Math.max(0, bits / spanSeconds),
      failures,
      stalls: counts.stalls,
      ttfbDueP95Ms,
      segments: counts.segments,
    };
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

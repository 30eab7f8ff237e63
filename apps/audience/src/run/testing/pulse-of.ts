import { type CounterName, counterNames, type Pulse } from '@dropwise/load';
import type { AudienceCounts } from '../../viewer/audience.ts';
import type { ShardPulse } from '../shard-pulse.ts';

export const nobody: AudienceCounts = {
  planned: 0,
  joining: 0,
  playing: 0,
  stalled: 0,
  ended: 0,
  failed: 0,
  lost: 0,
};

/** What a shard would say at that instant of a run, with these counts and zeros. */
export function pulseOf(
  atMs: number,
  counts: Partial<Record<CounterName, number>> = {},
  windows: Pulse['windows'] = {},
): ShardPulse {
  const all = Object.fromEntries(counterNames.map((name) => [name, counts[name] ?? 0])) as Record<CounterName, number>;
  return {
    atMs,
    counts: nobody,
    pulse: {
      counts: all,
      failures: 0,
      windows,
      egress: [{ name: 'direct', counts: all, failures: 0, ttfbDueP95Ms: null }],
    },
    usage: { loopUtilization: 0.1, cpuPercent: 5, rssBytes: 1_000, collectionPercent: 0.5, isInvalid: false },
    egress: [],
  };
}

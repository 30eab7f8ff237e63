import type { Pulse } from '@dropwise/load';
import type { AudienceCounts } from '../viewer/audience.ts';

/** A second of one shard. */
export interface ShardPulse {
  /** Since the common start. */
  readonly atMs: number;
  readonly counts: AudienceCounts;
  readonly pulse: Pulse;
  readonly usage: ShardUsage;
  /** Proxies that the shard has viewers on, and the direct way. */
  readonly egress: readonly EgressState[];
}

/** What the shard itself takes, in the second before. */
export interface ShardUsage {
  /** Of the event loop, 0 to 1. */
  readonly loopUtilization: number;
  /** Of one core. */
  readonly cpuPercent: number;
  readonly rssBytes: number;
  /** Of the second, spent in collecting garbage. */
  readonly collectionPercent: number;
  /** True: the loop stood still for longer than a viewer can be believed after (a suspended machine, a starved process), or the clock was set. */
  readonly isInvalid: boolean;
}

export interface EgressState {
  readonly name: string;
  readonly state: 'open' | 'half-open' | 'closed' | 'spent' | 'refused';
  readonly viewers: number;
  /** Why it is not in use; null = it is. */
  readonly note: string | null;
}

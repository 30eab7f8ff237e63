import type { MinerState } from '@dropwise/core';

/** What a plan is made for: a miner's state as it is, or as it was last remembered. */
export interface PlanSource {
  readonly state: MinerState;
  readonly now: number;
  /** Null = it is as fresh as it can be. */
  readonly rememberedAt: number | null;
  /** IANA name of the zone in which times are shown. */
  readonly timeZone: string;
  /** Sentences about files that could not be used as they are. */
  readonly problems: readonly string[];
}

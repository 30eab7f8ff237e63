import type { SessionFacts } from '@dropwise/contract';
import type { MinerState } from '@dropwise/core';

/** What all views of our miner are made from. */
export interface ViewSource {
  readonly childId: string;
  readonly state: MinerState;
  /** Epoch ms on the miner's clock. */
  readonly now: number;
  /** Null = the miner has not told yet. */
  readonly session: SessionFacts | null;
}

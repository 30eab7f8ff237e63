import type { UserId } from '@dropwise/kit';
import type { Campaign } from '../drops/campaign.ts';
import type { ClaimedBenefits } from '../drops/report.ts';
import type { MinerState, Transports } from './state.ts';

/** What survives a restart: nothing in it is needed, all of it saves time or keeps a promise. */
export interface Memory {
  readonly version: 1;
  readonly savedAt: number;
  readonly userId: UserId | null;
  readonly transports: Transports;
  readonly claimedBenefits: ClaimedBenefits;
  readonly campaigns: readonly Campaign[];
}

export function memoryOf(state: MinerState, now: number): Memory {
  return {
    version: 1,
    savedAt: now,
    userId: state.ownerId,
    transports: state.transports,
    claimedBenefits: state.claimedBenefits,
    campaigns: Object.values(state.campaigns),
  };
}

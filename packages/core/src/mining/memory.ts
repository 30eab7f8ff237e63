import type { UserId } from '@dropwise/kit';
import type { Sightings } from '../channels/sightings.ts';
import type { Campaign } from '../drops/campaign.ts';
import type { ClaimedBenefits } from '../drops/report.ts';
import type { PriceMemory } from '../planning/price.ts';
import type { MinerState, Transports } from './state.ts';

/** What survives a restart: nothing in it is needed, all of it saves time or keeps a promise. */
export interface Memory {
  readonly version: 1;
  readonly savedAt: number;
  readonly userId: UserId | null;
  readonly transports: Transports;
  readonly claimedBenefits: ClaimedBenefits;
  readonly campaigns: readonly Campaign[];
  /** Absent in what earlier versions saved. */
  readonly price?: PriceMemory | null;
  readonly sightings?: Sightings;
}

export function memoryOf(state: MinerState, now: number): Memory {
  return {
    version: 1,
    savedAt: now,
    userId: state.ownerId,
    transports: state.transports,
    claimedBenefits: state.claimedBenefits,
    campaigns: Object.values(state.campaigns),
    price: state.price,
    sightings: state.sightings,
  };
}

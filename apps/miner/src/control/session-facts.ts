import type { SessionFacts } from '@dropwise/contract/miner-ipc';
import type { Miner } from '../miner.ts';
import { sessionLimits } from './session-limits.ts';

/** What may be told of the stored login. */
export function describeSession({ clientName, state, twitch }: Miner): SessionFacts {
  const { isStored, validatedAt, expiresAt } = twitch.account.standing;
  const limits = sessionLimits(clientName, state.inventory.catalogue);
  return {
    clientName,
    lastValidatedAt: validatedAt,
    expiresAt,
    cookiesValid: isStored,
    limits: limits.map(({ sentence }) => sentence),
    limitsSaid: limits,
  };
}

import { type Failure, reasonOfFailure } from '@dropwise/core';
import type { NetworkError } from '@dropwise/kit';
import { failureOfNetwork } from '../translate/failures.ts';
import { broken, brokenBy, type Finding, notedBy } from './finding.ts';

/** A failure in the words that the miner would use for it. */
export function findingOfFailure(failure: Failure): Finding {
  const { kind, operation, detail, host } = failure;
  const code = reasonOfFailure[kind];
  if (code === null)
    return broken(`Twitch no longer accepts the stored session (${operation}).`, 'Start the miner and sign in again.');
  const words = { operation, detail, host: host ?? 'Twitch' };
  // Twitch's own rule: no setting and no command changes it.
  return kind === 'integrity' ? notedBy(code, words) : brokenBy(code, words);
}

export function findingOfNetworkError(what: string, error: NetworkError): Finding {
  return findingOfFailure(failureOfNetwork(what, error));
}

import type { GqlFailure } from '../gql/gql-failure.ts';
import type { WatchOutcome } from './watch-transport.ts';

/** A failed operation as a watch outcome. */
export function outcomeOfFailure(failure: GqlFailure): WatchOutcome {
  if (failure.kind === 'unreachable') return { kind: 'unreachable', networkError: failure.networkError };
  const status = failure.kind === 'twitchDown' || failure.kind === 'refused' ? failure.status : null;
  return { kind: 'refused', reason: failure.message, status };
}

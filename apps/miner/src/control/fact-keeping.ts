import type { Fact } from '@dropwise/core';

/**
 * How long a fact is kept for a console that may not have stored it.
 *
 * `passing`: sent once and not kept; another follows soon, or it says little an hour later.
 * `droppable`: kept, and the first to go where there is no room.
 * `kept`: goes only after all of those.
 * `forever`: never goes: what the account has earned.
 */
export type Keeping = 'passing' | 'droppable' | 'kept' | 'forever';

const keepings: Readonly<Record<Fact['kind'], Keeping>> = {
  minuteEstimated: 'passing',
  channelWentLive: 'passing',
  channelWentOffline: 'passing',
  channelsFound: 'passing',
  deviceCodeIssued: 'passing',
  campaignsDiscovered: 'droppable',
  planMade: 'droppable',
  planSwitched: 'droppable',
  channelChosen: 'droppable',
  channelLeft: 'droppable',
  becameIdle: 'droppable',
  progressContradicted: 'droppable',
  transportChanged: 'droppable',
  transportProved: 'droppable',
  itemQuarantined: 'droppable',
  itemReleased: 'droppable',
  reasonRaised: 'kept',
  reasonCleared: 'kept',
  signedIn: 'kept',
  signInFailed: 'kept',
  sessionRevoked: 'kept',
  signedOut: 'kept',
  campaignAppeared: 'kept',
  campaignRested: 'kept',
  dropGivenUp: 'kept',
  minuteConfirmed: 'kept',
  dropBecameClaimable: 'kept',
  claimFailed: 'kept',
  inputRejected: 'kept',
  manualStarted: 'kept',
  manualEnded: 'kept',
  stopped: 'kept',
  dropClaimed: 'forever',
  claimHandedOver: 'forever',
  claimExpired: 'forever',
};

/** In the order in which they make room. */
export const keepingsThatGo: readonly Keeping[] = ['passing', 'droppable', 'kept'];

/** Also for a kind that an earlier version wrote. */
export function keepingOf(kind: string): Keeping {
  return Object.hasOwn(keepings, kind) ? keepings[kind as Fact['kind']] : 'droppable';
}

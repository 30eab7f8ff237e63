import type { LiveState } from '@dropwise/contract/live';

/** Whether the miner’s process is there to be asked for anything: what a dead one said of its sign-in is history. */
export function runs({ status, children }: Pick<LiveState, 'status' | 'children'>): boolean {
  const phase = children[status.childId]?.phase;
  return phase === 'running' || phase === 'ready' || phase === 'degraded';
}

/** Nobody is signed in to Twitch, as far as is known. */
export function wantsSignIn({ login }: Pick<LiveState, 'login'>): boolean {
  return login.state === 'waitingForPerson' || login.state === 'signedOut';
}

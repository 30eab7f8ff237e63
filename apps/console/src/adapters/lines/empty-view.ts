import type { MinerView } from '@dropwise/contract';

/** A miner that has said nothing yet. */
export function emptyView(childId: string): MinerView {
  return {
    status: {
      childId,
      status: 'Starting up.',
      phase: 'starting',
      watching: null,
      manual: null,
      claimed: null,
      confirmedMinutes: null,
      sockets: null,
      fetchedAt: null,
      catalogue: 'unknown',
    },
    login: {
      state: 'unknown',
      sentence: 'Whether it is signed in, it has not said.',
      login: null,
      userId: null,
      userCode: null,
      verificationUri: null,
      codeExpiresAt: null,
      lastValidatedAt: null,
      expiresAt: null,
      clientName: null,
      cookiesValid: null,
      limits: [],
    },
    health: {
      code: 'starting',
      level: 'starting',
      sentence: 'Starting up.',
      todo: '',
      detail: {},
      since: null,
      others: [],
    },
    progress: null,
    plan: null,
    channels: {},
    campaigns: {},
  };
}

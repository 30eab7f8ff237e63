import type { MinerView } from '@dropwise/contract';

/** A miner of which nothing is known but one sentence. */
export function createTestView(status: string): MinerView {
  return {
    status: {
      childId: 'test',
      status,
      phase: 'unknown',
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
      sentence: 'Nothing is known of the login.',
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
    health: { code: 'unknown', level: 'starting', sentence: status, todo: '', detail: null, since: null, others: [] },
    progress: null,
    plan: null,
    channels: {},
    campaigns: {},
  };
}

import { fail, succeed } from '@dropwise/kit';
import type { AudienceDeps } from '../routes/audience-deps.ts';

export type TestAudience = Pick<AudienceDeps, 'runs' | 'archive' | 'keys'>;

/** No run, no key, and none can be had. */
export function createIdleAudience(): TestAudience {
  const sentence = 'There is no lab here.';
  return {
    runs: {
      current: null,
      ended: null,
      start: async () => fail({ kind: 'broken', sentence }),
      stop: () => null,
      change: async () => null,
      onNews: () => ({ [Symbol.dispose]: () => {} }),
      [Symbol.asyncDispose]: async () => {},
    },
    archive: {
      list: async () => ({ runs: [], problems: [] }),
      report: async () => fail({ kind: 'missing', sentence }),
      findPage: async () => null,
      findLogs: async () => [],
      remove: async () => false,
      trim: async () => 0,
    },
    keys: {
      fingerprint: async () => succeed(null),
      make: async () => fail({ kind: 'tool', sentence }),
      consentFile: async () => fail({ kind: 'key', sentence }),
    },
  };
}

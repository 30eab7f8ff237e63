import type { StorageAnswer } from '@dropwise/contract';

/** Below that a few weeks of history may fill the disk. */
export const littleSpaceBytes = 500_000_000;

export type Verdict = 'good' | 'little' | 'bad';

/** The one thing to know: does it keep what happens? */
export function verdictOf({ problem, databaseFailing, freeBytes }: StorageAnswer): Verdict {
  if (problem !== null || databaseFailing !== null) return 'bad';
  return freeBytes !== null && freeBytes < littleSpaceBytes ? 'little' : 'good';
}

import { readLockHolder } from '@dropwise/runtime';
import type { Check } from '../check.ts';
import { ok } from '../finding.ts';

/** Never touches the lock itself: a miner that starts at this moment must find it free. */
export const lockCheck: Check = {
  group: 'this machine',
  name: 'other miners',
  async run({ directory, pid, hostName, isAlive }) {
    const holder = await readLockHolder(directory.lockFile);
    // What a killed miner said of itself stays behind; its lock does not.
    const isGone = holder?.hostName === hostName && (holder.pid === pid || !isAlive(holder.pid));
    if (holder === null || isGone) return [ok('No miner uses this data directory now.')];
    const since = new Date(holder.since).toISOString();
    return [ok(`A miner runs on it: process ${holder.pid} on ${holder.hostName}, since ${since}.`)];
  },
};

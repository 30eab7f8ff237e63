import type { Clock } from '@dropwise/kit';
import { isProcessAlive } from '@dropwise/runtime';
import { hasProc, listGroup } from './proc-stat.ts';

/** How often a group is looked at while its end is waited for: nobody is told when the last of a group goes. */
const lookEveryMs = 50;

/**
 * Sends to every process of the group that `leaderPid` began, also when the leader is gone. Windows has no groups: there it is
 * the process alone. False = there is nobody.
 */
export function signalGroup(leaderPid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(process.platform === 'win32' ? leaderPid : -leaderPid, signal);
    return true;
  } catch {
    return false;
  }
}

/** Whether anything of the group still runs. A dead process that nobody asked about does not, though it can be signalled. */
export function isGroupAlive(leaderPid: number): boolean {
  if (process.platform === 'win32') return isProcessAlive(leaderPid);
  if (!isProcessAlive(-leaderPid)) return false;
  return !hasProc || listGroup(leaderPid).length > 0;
}

/** Resolves with true when the group is gone, with false when it still is there after `patienceMs`. */
export async function waitForGroupEnd(leaderPid: number, patienceMs: number, clock: Clock): Promise<boolean> {
  const until = clock.now() + patienceMs;
  while (isGroupAlive(leaderPid)) {
    if (clock.now() >= until) return false;
    await new Promise<void>((resolve) => void clock.after(lookEveryMs, resolve));
  }
  return true;
}

/** Asks the group to end, and ends it when it does not within `graceMs`. False = it is still there after all. */
export async function endGroup(leaderPid: number, graceMs: number, clock: Clock): Promise<boolean> {
  signalGroup(leaderPid, 'SIGTERM');
  if (await waitForGroupEnd(leaderPid, graceMs, clock)) return true;
  signalGroup(leaderPid, 'SIGKILL');
  return await waitForGroupEnd(leaderPid, killPatienceMs, clock);
}

/** After it, a process that was killed waits for a disk or a device: nothing can be done about it. */
export const killPatienceMs = 5_000;

import { rm } from 'node:fs/promises';
import type { Clock } from '@dropwise/kit';
import { hasProc, isZombie, listGroup, readProcStat } from './proc-stat.ts';
import { endGroup } from './process-group.ts';
import { parseStart, readProcessStart } from './process-identity.ts';
import { type RunRecord, readRunRecords, removeRunRecord } from './run-record.ts';

export interface FoundOrphan {
  readonly childId: string;
  readonly pid: number;
  readonly what: 'ended' | 'gone' | 'not ours';
}

export interface EndOrphansOptions {
  readonly runFolder: string;
  readonly clock: Clock;
  /** Between asking and killing. */
  readonly graceMs: number;
}

/**
 * Ends what an earlier console started and could not end itself, and forgets it. Must not run beside a console that uses the
 * same folder. One that the system could not end (it waits for a device) keeps its record until its child is started again.
 */
export async function endOrphans(options: EndOrphansOptions): Promise<readonly FoundOrphan[]> {
  const { records, brokenFiles } = await readRunRecords(options.runFolder);
  await Promise.all(brokenFiles.map((path) => rm(path, { force: true })));
  return await Promise.all(records.map((record) => endOrphan(record, options)));
}

async function endOrphan(record: RunRecord, { runFolder, clock, graceMs }: EndOrphansOptions): Promise<FoundOrphan> {
  const what = whatIsLeft(record);
  const isGone = what !== 'ours' || (await endGroup(record.pid, graceMs, clock));
  if (isGone) await removeRunRecord(runFolder, record.childId);
  return { childId: record.childId, pid: record.pid, what: what === 'ours' ? 'ended' : what };
}

function whatIsLeft(record: RunRecord): 'ours' | 'gone' | 'not ours' {
  const { pid, startTime } = record;
  const found = readProcessStart(pid);
  if (found !== null) return found === startTime ? 'ours' : 'not ours';
  return hasProc && leftOfGroup(record) ? 'ours' : 'gone';
}

/**
 * The leader is gone and others of its group are not. As long as they are, the kernel gives the leader's id to nobody else; a
 * group of the same id from another time would have a leader or be older than ours.
 */
function leftOfGroup({ pid, startTime }: RunRecord): boolean {
  const startTicks = startTime === null ? null : parseStart(startTime);
  if (startTicks === null) return false;
  const leader = readProcStat(pid);
  if (leader !== null && !isZombie(leader)) return false;
  return listGroup(pid).some((member) => member.sessionId === pid && member.startTicks >= startTicks);
}

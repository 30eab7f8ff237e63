import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** What Linux tells of a process. `/proc` is memory: reading it waits for nothing. */
export interface ProcStat {
  readonly pid: number;
  readonly state: string;
  readonly parentPid: number;
  readonly groupId: number;
  readonly sessionId: number;
  /** In the kernel's ticks since it booted. */
  readonly startTicks: number;
}

export const hasProc: boolean = process.platform === 'linux' && existsSync('/proc/self/stat');

/** Null = there is no such process. proc(5): the name stands in parentheses and may hold anything, also parentheses. */
export function readProcStat(pid: number): ProcStat | null {
  const text = readText(`/proc/${pid}/stat`);
  if (text === null) return null;
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const numberAt = (index: number): number => Number(fields[index]);
  return {
    pid,
    state: fields[0] ?? '',
    parentPid: numberAt(1),
    groupId: numberAt(2),
    sessionId: numberAt(3),
    startTicks: numberAt(19),
  };
}

/** A process that ended and whose parent has not asked about it yet: it runs no more. */
export function isZombie(stat: ProcStat): boolean {
  return stat.state === 'Z' || stat.state === 'X';
}

/** What really runs in a process group. */
export function listGroup(groupId: number): readonly ProcStat[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readProcStat(Number(name)))
    .filter((stat) => stat !== null)
    .filter((stat) => stat.groupId === groupId && !isZombie(stat));
}

/** `root` and everything below it. Children are listed by the thread that made them. */
export function listTree(root: number): readonly number[] {
  const found = new Set([root]);
  for (const pid of found) {
    for (const child of listChildren(pid)) found.add(child);
  }
  return [...found];
}

function listChildren(pid: number): readonly number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) => {
      const text = readText(`/proc/${pid}/task/${thread}/children`) ?? '';
      return text.split(' ').filter(Boolean).map(Number);
    });
  } catch {
    return [];
  }
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

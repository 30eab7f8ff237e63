import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** What a process holds and has spent. */
export interface ProcessUsage {
  /** Resident memory, the pages of files shared with other processes included. */
  readonly residentBytes: number;
  /** The part that is its own; null where the system does not tell. */
  readonly anonymousBytes: number | null;
  /** User and system time since it began. */
  readonly cpuSeconds: number;
}

const run = promisify(execFile);

/** `/proc` where there is one, `ps` elsewhere. Rejects when the process is gone. */
export async function readProcessUsage(pid: number): Promise<ProcessUsage> {
  if (process.platform !== 'linux') {
    const { stdout } = await run('ps', ['-o', 'rss=,time=', '-p', `${pid}`]);
    return parsePs(stdout);
  }
  const [status, stat] = await Promise.all([
    readFile(`/proc/${pid}/status`, 'utf8'),
    readFile(`/proc/${pid}/stat`, 'utf8'),
  ]);
  return parseProc(status, stat);
}

/** The kernel tells times in hundredths of a second to every program, whatever it counts in itself. */
const ticksPerSecond = 100;

/** The texts of `/proc/<pid>/status` and `/proc/<pid>/stat`. Throws when they are not what proc(5) says. */
export function parseProc(status: string, stat: string): ProcessUsage {
  const kibibytes = (name: string): number | null => {
    const value = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1];
    return value === undefined ? null : Number(value);
  };
  const resident = kibibytes('VmRSS');
  const anonymous = kibibytes('RssAnon');
  // The second field is the program's name in brackets and may hold anything, brackets and spaces included.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  if (resident === null || !Number.isFinite(ticks)) {
    throw new Error(
      `expected VmRSS, utime and stime in /proc, found "${status.slice(0, 80)}" and "${stat.slice(0, 80)}"`,
    );
  }
  return {
    residentBytes: resident * 1024,
    anonymousBytes: anonymous === null ? null : anonymous * 1024,
    cpuSeconds: ticks / ticksPerSecond,
  };
}

/** One line of `ps -o rss=,time=`: KiB and `[[days-]hours:]minutes:seconds[.hundredths]`. */
export function parsePs(line: string): ProcessUsage {
  const found = /^\s*(\d+)\s+(?:(\d+)-)?(?:(\d+):)?(\d+):(\d+(?:\.\d+)?)\s*$/.exec(line);
  if (found === null) throw new Error(`expected resident memory and time from ps, found "${line.trim()}"`);
  const [, kibibytes, days = 0, hours = 0, minutes, seconds] = found;
  const cpuSeconds = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
  return { residentBytes: Number(kibibytes) * 1024, anonymousBytes: null, cpuSeconds };
}

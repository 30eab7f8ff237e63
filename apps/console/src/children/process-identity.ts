import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { hasProc, isZombie, readProcStat } from './proc-stat.ts';

/**
 * What tells a process from a later one with the same id: when it began, as this system says it. Null = there is no such
 * process, or the system does not say.
 */
export function readProcessStart(pid: number): string | null {
  if (hasProc) {
    const stat = readProcStat(pid);
    return stat === null || isZombie(stat) ? null : formatStart(stat.startTicks);
  }
  return process.platform === 'win32' ? null : askPs(pid);
}

/** Ticks count from the boot, so the boot has to be the same. */
export function formatStart(startTicks: number): string {
  return `${readBootId()}:${startTicks}`;
}

/** The kernel's ticks of a text that `formatStart` made in this boot; null = another boot or another system. */
export function parseStart(text: string): number | null {
  const ticks = /^(.*):(\d+)$/.exec(text);
  return ticks !== null && ticks[1] === readBootId() ? Number(ticks[2]) : null;
}

let bootId: string | null = null;

function readBootId(): string {
  if (bootId !== null) return bootId;
  try {
    bootId = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    bootId = '';
  }
  return bootId;
}

/** `lstart` is a local time: in one zone and one language it stays the same text. */
function askPs(pid: number): string | null {
  try {
    const started = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      env: { ...process.env, LC_ALL: 'C', TZ: 'UTC0' },
      encoding: 'utf8',
      timeout: 5_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return started.trim() || null;
  } catch {
    return null;
  }
}

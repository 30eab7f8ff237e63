import type { LineLevel } from '@dropwise/contract';

/** One saying of a miner: a line, or several that belong together. */
export interface LogEntry {
  readonly at: number;
  readonly level: LineLevel;
  /** `print`: meant for the person at the window, and translated; `record`: of the program's logger, always English. Peers 3.1. */
  readonly said: 'print' | 'record';
  /** Without stamp and level; lines are separated by `\n`. */
  readonly text: string;
}

/** Reads the beginning of an entry; null = the line does not begin one. */
export type ReadHeader = (line: string, now: number) => LogEntry | null;

const levels: Readonly<Record<string, LineLevel>> = {
  CRITICAL: 'error',
  ERROR: 'error',
  WARNING: 'warning',
  INFO: 'info',
  CALL: 'detail',
  DEBUG: 'debug',
};

/** Python's names of levels and TDM's own `CALL`; null = not one of them. */
export function levelOf(name: string): LineLevel | null {
  return Object.hasOwn(levels, name) ? (levels[name] ?? null) : null;
}

/** A stamp that is further away was written in another time zone, by a container or a clock that is off. */
const maxStampGapMs = 5 * 60_000;

/** When it was said, as far as its stamp can be believed: lines are read as they are written. */
export function believableStamp(stampMs: number, now: number): number {
  return Number.isFinite(stampMs) && Math.abs(stampMs - now) <= maxStampGapMs ? Math.min(stampMs, now) : now;
}

import { closeSync, mkdirSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '@dropwise/kit';

export interface DailyLogOptions {
  readonly folder: string;
  readonly clock: Clock;
  /** Which program's: the name's first part. Default `mining`. */
  readonly name?: LogName;
  /** Days that stay, today included. Default 14. */
  readonly keptDays?: number;
}

export type LogName = 'mining' | 'console' | 'audience';

/**
 * `mining-YYYY-MM-DD.log` (or `console-…`, `audience-…`), a new one from the first line after local midnight; files older than `keptDays` are
 * removed at the start and with every new file.
 *
 * Writes are synchronous: a line that was logged is in the file even if the process is killed the moment after, and
 * no buffer needs a bound. A full disk loses lines, not the miner: `lostCount` counts them.
 */
export class DailyLogFile implements Disposable {
  readonly #folder: string;
  readonly #clock: Clock;
  readonly #name: LogName;
  readonly #keptDays: number;
  #fd: number | null = null;
  #dayStartMs = Number.POSITIVE_INFINITY;
  #dayEndMs = Number.NEGATIVE_INFINITY;
  #lostCount = 0;
  #lastFailure: string | null = null;
  #closed = false;

  constructor(options: DailyLogOptions) {
    this.#folder = options.folder;
    this.#clock = options.clock;
    this.#name = options.name ?? 'mining';
    this.#keptDays = options.keptDays ?? 14;
    if (!(Number.isInteger(this.#keptDays) && this.#keptDays >= 1)) {
      throw new RangeError(`keptDays must be a whole number of at least 1, found ${this.#keptDays}`);
    }
  }

  /** Lines that could not be written. */
  get lostCount(): number {
    return this.#lostCount;
  }

  /** What the system said when the last line was lost; null while lines get through. */
  get lastFailure(): string | null {
    return this.#lastFailure;
  }

  /** Never throws. `line` ends in a newline. */
  write(line: string): void {
    if (this.#closed) return;
    try {
      writeSync(this.#openForNow(), line);
      this.#lastFailure = null;
    } catch (error) {
      this.#lostCount += 1;
      this.#lastFailure = error instanceof Error ? error.message : String(error);
    }
  }

  [Symbol.dispose](): void {
    this.#closed = true;
    this.#close();
  }

  #openForNow(): number {
    const nowMs = this.#clock.now();
    if (this.#fd !== null && nowMs >= this.#dayStartMs && nowMs < this.#dayEndMs) return this.#fd;
    this.#close();
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    const day = new Date(nowMs);
    const fd = openSync(join(this.#folder, logFileName(nowMs, this.#name)), 'a', 0o600);
    this.#fd = fd;
    this.#dayStartMs = new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime();
    this.#dayEndMs = new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1).getTime();
    this.#removeOld(day);
    return fd;
  }

  #removeOld(today: Date): void {
    const oldestKept = new Date(today.getFullYear(), today.getMonth(), today.getDate() - this.#keptDays + 1);
    const oldestName = logFileName(oldestKept.getTime(), this.#name);
    const ours = new RegExp(`^${this.#name}-\\d{4}-\\d{2}-\\d{2}\\.log$`);
    for (const name of readdirSync(this.#folder)) {
      // The names sort as their days do.
      if (ours.test(name) && name < oldestName) rmSync(join(this.#folder, name), { force: true });
    }
  }

  #close(): void {
    if (this.#fd !== null) closeSync(this.#fd);
    this.#fd = null;
  }
}

/** `mining-2026-03-01.log` for the local day of `atMs`. */
export function logFileName(atMs: number, name: LogName = 'mining'): string {
  const day = new Date(atMs);
  const pad = (value: number, width: number): string => String(value).padStart(width, '0');
  return `${name}-${pad(day.getFullYear(), 4)}-${pad(day.getMonth() + 1, 2)}-${pad(day.getDate(), 2)}.log`;
}

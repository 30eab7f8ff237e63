import { readFileSync } from 'node:fs';
import type { RunningConsole } from './console.ts';

/** Resident memory of a console over the quarters of a day, as medians in MiB. */
export interface MemoryWatch extends Disposable {
  readonly quartersMiB: readonly number[];
}

/** Reads after every fact of the day; the miner's clock says which quarter it belongs to. Linux alone tells. */
export function watchMemory({ program }: RunningConsole, startAt: number, quarterMs: number): MemoryWatch {
  const quarters: number[][] = [[], [], [], []];
  let seen = program.lines.length;
  const subscription = program.onOutput(() => {
    const line = program.lines.at(-1);
    if (line === undefined || program.lines.length === seen) return;
    seen = program.lines.length;
    const quarter = Math.floor((Number(line.at) - startAt) / quarterMs);
    const resident = readResidentMiB(program.pid);
    if (resident !== null) quarters[quarter]?.push(resident);
  });
  return {
    get quartersMiB() {
      return quarters.map(medianOf);
    },
    [Symbol.dispose]: () => subscription[Symbol.dispose](),
  };
}

function readResidentMiB(pid: number): number | null {
  try {
    const found = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return found === null ? null : Number(found[1]) / 1_024;
  } catch {
    return null;
  }
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

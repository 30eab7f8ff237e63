import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { MonthAsked } from './month-asked.ts';

/** What the miner has at the end of the month. */
export interface MonthRun {
  /** Drops that the local Twitch gave. */
  readonly claimed: number;
  /** Drops that the miner says it claimed. */
  readonly toldClaimed: number;
  /** Codes of what is wrong with its health at the end. */
  readonly conditions: readonly string[];
  readonly campaigns: readonly { readonly id: string; readonly claimed: number; readonly watchedMinutes: number }[];
}

/** The miner itself on the local Twitch, in virtual time and without faults, on a thread of its own. */
export async function runMonth(asked: MonthAsked): Promise<MonthRun> {
  const worker = new Worker(new URL('./month-program.ts', import.meta.url), {
    workerData: asked,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  try {
    const [run] = (await once(worker, 'message')) as [MonthRun];
    return run;
  } finally {
    await worker.terminate();
  }
}

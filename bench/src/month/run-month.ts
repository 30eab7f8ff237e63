import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ModeName } from '../planner/replay-case.ts';
import type { GameCount } from '../planner/world.ts';

/** A month of the sample, and how the miner lives through it. */
export interface MonthAsked {
  readonly month: string;
  readonly games: GameCount;
  readonly seed: number;
  readonly mode: ModeName;
  /** Longer allow lists are cut to so many. */
  readonly mostChannels: number;
}

export interface MonthRun {
  readonly claimed: number;
  readonly campaigns: readonly { readonly id: string; readonly claimed: number; readonly watchedMinutes: number }[];
  readonly wallSeconds: number;
}

/** The miner on the local Twitch in virtual time, on a thread of its own. */
export async function runMonth(asked: MonthAsked): Promise<MonthRun> {
  const worker = new Worker(new URL('./month-program.ts', import.meta.url), {
    workerData: asked,
    execArgv: ['--experimental-test-module-mocks', '--disable-warning=ExperimentalWarning'],
  });
  try {
    const [run] = (await once(worker, 'message')) as [MonthRun];
    return run;
  } finally {
    await worker.terminate();
  }
}

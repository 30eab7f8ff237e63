import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { CaseResult, ReplayCase } from './replay-case.ts';

export interface CaseRun {
  /** The folder of the traces. */
  readonly folder: string;
  readonly cases: readonly ReplayCase[];
  /** Cases at once, each on a thread of its own. */
  readonly jobs: number;
  /** Called in the order in which they end. */
  readonly onResult?: (result: CaseResult, doneCount: number) => void;
}

/** The results in the order of the cases. Rejects with the first failure; the other threads have ended by then. */
export async function runCases({ folder, cases, jobs, onResult }: CaseRun): Promise<readonly CaseResult[]> {
  const results: CaseResult[] = [];
  const waiting = [...cases.entries()];
  let doneCount = 0;
  const workers = Array.from(
    { length: Math.min(jobs, cases.length) },
    () => new Worker(new URL('./case-program.ts', import.meta.url), { workerData: folder }),
  );
  const work = async (worker: Worker): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, replayCase] = next;
      worker.postMessage(replayCase);
      const [result] = (await once(worker, 'message')) as [CaseResult];
      results[index] = result;
      doneCount++;
      onResult?.(result, doneCount);
    }
  };
  try {
    await Promise.all(workers.map(work));
    return results;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

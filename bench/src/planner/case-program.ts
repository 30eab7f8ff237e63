import { parentPort, workerData } from 'node:worker_threads';
import { type ReplayCase, runCase } from './replay-case.ts';
import type { Trace } from './trace.ts';
import { readTrace } from './trace-folder.ts';

/** A worker of `run-cases.ts`: one case a message, one result an answer. `workerData` is the folder of the traces. */

let latest: { readonly month: string; readonly trace: Promise<Trace> } | null = null;

parentPort?.on('message', async (message: ReplayCase) => {
  if (latest?.month !== message.month) {
    latest = { month: message.month, trace: readTrace(String(workerData), message.month) };
  }
  parentPort?.postMessage(await runCase(await latest.trace, message));
});

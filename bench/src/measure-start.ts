import { startMinerProcess } from './miner-process.ts';
import { pause } from './pause.ts';
import { type RunningSim, startSim } from './sim.ts';
import { medianOf } from './statistics.ts';

/** From the start of the process to the first watch event at the sim, at the speed of real time. */
export interface StartTimes {
  readonly medianMs: number;
  /** In the order they were measured. */
  readonly runsMs: readonly number[];
}

export interface StartOptions {
  readonly scenario: string;
  readonly seed: number;
  readonly runs: number;
  /** A data directory of its own: the login is made in it before anything is measured. */
  readonly folder: string;
}

const askEveryMs = 100;
const patienceMs = 60_000;

export async function measureStart({ scenario, seed, runs, folder }: StartOptions): Promise<StartTimes> {
  await using sim = await startSim({ scenario, seed, speed: 1 });
  // Signs in, and fills the compile cache where it is still empty.
  await timeOneStart(sim, folder);
  const runsMs: number[] = [];
  for (let run = 0; run < runs; run++) runsMs.push(await timeOneStart(sim, folder));
  return { medianMs: medianOf(runsMs), runsMs };
}

async function timeOneStart(sim: RunningSim, folder: string): Promise<number> {
  const { nowMs: startedMs } = await sim.snapshot();
  await using miner = await startMinerProcess({ sim, folder, speed: 1 });
  await miner.waitFor('channelChosen');
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += askEveryMs) {
    const firstMs = await sim.firstWatchSince(startedMs);
    if (firstMs !== null) return firstMs - startedMs;
    await pause(askEveryMs);
  }
  throw new Error(`expected a watch event within ${patienceMs / 1000} s of a chosen channel, found none`);
}

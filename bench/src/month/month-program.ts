import { mock } from 'node:test';
import { parentPort, workerData } from 'node:worker_threads';
import * as sim from '@dropwise/twitch-sim';
import { readTrace, sampleFolder } from '../planner/trace-folder.ts';
import { createWorld } from '../planner/world.ts';
import { createMonthScenario, withShortLists } from './month-scenario.ts';
import type { MonthAsked, MonthRun } from './run-month.ts';

/** A worker of `run-month.ts`: lives through the month once and tells what was claimed. */

async function run({ month, games, seed, mode, mostChannels }: MonthAsked): Promise<MonthRun> {
  const world = createWorld(withShortLists(await readTrace(sampleFolder, month), mostChannels), games, seed);
  // The virtual miner takes the name of a scenario; this one is made here.
  const exports = { ...sim, loadScenario: () => createMonthScenario(world) };
  mock.module('@dropwise/twitch-sim', { namedExports: exports });
  const { startVirtualMiner } = await import('@dropwise/miner/testing');
  const startedMs = performance.now();
  await using virtual = await startVirtualMiner({ seed, keepFacts: false, settings: { mining: { mode } } });
  await virtual.clock.advance(world.minutes * 60_000);
  const campaigns = virtual.sim.world.campaigns.all.map(({ definition, drops }) => ({
    id: definition.name,
    claimed: drops.filter((drop) => drop.claimedAt !== null).length,
    watchedMinutes: Math.max(...drops.map((drop) => drop.grantedMinutes)),
  }));
  const claimed = campaigns.reduce((sum, each) => sum + each.claimed, 0);
  return { claimed, campaigns, wallSeconds: (performance.now() - startedMs) / 1_000 };
}

parentPort?.postMessage(await run(workerData as MonthAsked));

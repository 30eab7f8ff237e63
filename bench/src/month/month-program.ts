import { parentPort, workerData } from 'node:worker_threads';
import { startVirtualMiner } from '@dropwise/miner/testing';
import { type MonthAsked, monthWorld } from './month-asked.ts';
import { createMonthScenario } from './month-scenario.ts';
import type { MonthRun } from './run-month.ts';

/** A worker of `run-month.ts`: lives through the month once and tells what was claimed. `workerData` is what is asked. */

async function run(asked: MonthAsked): Promise<MonthRun> {
  const world = await monthWorld(asked);
  const { seed, mode } = asked;
  await using virtual = await startVirtualMiner({
    scenario: createMonthScenario(world),
    seed,
    keepFacts: false,
    settings: { mining: { mode } },
  });
  await virtual.clock.advance(world.minutes * 60_000);
  const campaigns = virtual.sim.world.campaigns.all.map(({ definition, drops }) => ({
    id: definition.name,
    claimed: drops.filter((drop) => drop.claimedAt !== null).length,
    watchedMinutes: Math.max(...drops.map((drop) => drop.grantedMinutes)),
  }));
  const claimed = campaigns.reduce((sum, each) => sum + each.claimed, 0);
  const { totals, conditions } = virtual.miner.state;
  return { claimed, toldClaimed: totals.claimed, conditions: Object.keys(conditions), campaigns };
}

parentPort?.postMessage(await run(workerData as MonthAsked));

// Runs a miner on a sim in one process, on a clock that does not wait, and prints one line of JSON.
import { startVirtualMiner } from '@dropwise/miner/testing';
import type { VirtualRun } from './virtual-run.ts';

const dayMs = 24 * 60 * 60_000;

async function runVirtually(scenario: string, days: number, seed: number): Promise<VirtualRun> {
  await using virtual = await startVirtualMiner({ scenario, seed, keepFacts: false });
  const startedMs = performance.now();
  await virtual.clock.advance(days * dayMs);
  const wallSeconds = (performance.now() - startedMs) / 1000;
  const { claimed, confirmedMinutes } = virtual.miner.state.totals;
  return { scenario, days, wallSeconds, daysASecond: days / wallSeconds, claimed, confirmedMinutes };
}

const [scenario = '', days = '', seed = ''] = process.argv.slice(2);
process.once('disconnect', () => process.exit(1));
const run = await runVirtually(scenario, Number(days), Number(seed));
process.stdout.write(`${JSON.stringify(run)}\n`);
process.channel?.unref();

// Runs a miner on a sim in one process, on a clock that does not wait, and prints one line of JSON.
import type { VirtualClock } from '@dropwise/kit';
import type { VirtualRun } from './virtual-run.ts';

/** What is used of the miner's own virtual miner. */
interface VirtualMiner extends AsyncDisposable {
  readonly clock: VirtualClock;
  readonly miner: { readonly state: { readonly totals: Pick<VirtualRun, 'claimed' | 'confirmedMinutes'> } };
}

interface VirtualMinerModule {
  startVirtualMiner(options: { scenario: string; seed: number; keepFacts: boolean }): Promise<VirtualMiner>;
}

const dayMs = 24 * 60 * 60_000;

async function runVirtually(scenario: string, days: number, seed: number): Promise<VirtualRun> {
  // The miner exports no testing entry: the file is started from its place, as the launcher is.
  const place = new URL('../../apps/miner/src/testing/virtual-miner.ts', import.meta.url);
  const { startVirtualMiner } = (await import(place.href)) as VirtualMinerModule;
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

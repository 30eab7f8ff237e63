import { fileURLToPath } from 'node:url';
import { startProgram } from './child.ts';
import { isVirtualRun, type VirtualRun } from './virtual-run.ts';

export interface VirtualOptions {
  readonly scenario: string;
  readonly days: number;
  readonly seed: number;
}

const program = fileURLToPath(new URL('./virtual-run-program.ts', import.meta.url));

/** A miner and its sim in one process of their own, as fast as they can. */
export async function measureVirtual({ scenario, days, seed }: VirtualOptions): Promise<VirtualRun> {
  await using child = await startProgram(program, [scenario, `${days}`, `${seed}`]);
  const { promise: line, resolve } = Promise.withResolvers<string>();
  child.onLine(resolve);
  const run: unknown = JSON.parse(await Promise.race([line, child.diedEarly]));
  if (!isVirtualRun(run)) throw new Error(`expected a virtual run, found ${JSON.stringify(run)}`);
  return run;
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ChildDefinition, childDefinition } from '@dropwise/contract';
import { defaultRestartPolicy, type RestartPolicy } from '@dropwise/core/supervision';
import { createRandom } from '@dropwise/kit';
import { createSilentLogger, createSystemClock, isProcessAlive } from '@dropwise/runtime';
import * as v from 'valibot';
import { createFleet, type FleetOptions, type SupervisedFleet } from '../create-fleet.ts';
import { hasProc, isZombie, readProcStat } from '../proc-stat.ts';
import { FakeAdapter, type FakeAdapterOptions } from './fake-adapter.ts';
import { RecordedSink } from './recorded-sink.ts';

const program = fileURLToPath(new URL('./scripted-child.ts', import.meta.url));

/** The command line of a program that behaves so; see `scripted-child.ts`. */
export function scripted(behaviour: string, argument = ''): readonly string[] {
  return [process.execPath, '--disable-warning=ExperimentalWarning', program, behaviour, argument];
}

export function define(
  command: readonly string[],
  rest: Partial<v.InferInput<typeof childDefinition>> = {},
): ChildDefinition {
  return v.parse(childDefinition, { id: 'child', name: 'Child', adapter: 'command', command: [...command], ...rest });
}

/** The real policy, a thousand times as fast. */
export const fastPolicy: RestartPolicy = {
  ...defaultRestartPolicy,
  backoff: { firstMs: 1, capMs: 20, jitter: 0.2 },
  waitMs: 60,
};

export interface TestFleet extends AsyncDisposable {
  readonly fleet: SupervisedFleet;
  readonly adapter: FakeAdapter;
  readonly sink: RecordedSink;
  readonly runFolder: string;
  /** The phase of `child`. */
  phase(): string;
  pid(): number;
}

export type TestFleetOptions = Partial<FleetOptions> & { readonly adapter?: FakeAdapterOptions };

/** A fleet with real processes; all of them are gone when it is disposed. */
export async function openTestFleet(
  definitions: readonly ChildDefinition[],
  options: TestFleetOptions = {},
): Promise<TestFleet> {
  const folder = await mkdtemp(join(tmpdir(), 'dropwise-fleet-'));
  const { adapter: adapterOptions, ...given } = options;
  const adapter = new FakeAdapter(adapterOptions);
  const sink = new RecordedSink();
  const runFolder = options.runFolder ?? join(folder, 'run');
  const fleet = createFleet({
    clock: createSystemClock(),
    random: createRandom(1),
    adapters: [adapter],
    definitions,
    sink,
    env: process.env,
    log: createSilentLogger(),
    restartPolicy: fastPolicy,
    ...given,
    runFolder,
  });
  const find = () => {
    const view = fleet.find('child');
    if (view === null) throw new Error('there is no child');
    return view;
  };
  return {
    fleet,
    adapter,
    sink,
    runFolder,
    phase: () => find().phase,
    pid: () => {
      const { pid } = find();
      if (pid === null) throw new Error('expected a process, found none');
      return pid;
    },
    [Symbol.asyncDispose]: async () => {
      await fleet[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** It runs no more; that nobody asked about its end yet does not matter. */
export function isGone(pid: number): boolean {
  const stat = hasProc ? readProcStat(pid) : null;
  return !isProcessAlive(pid) || (stat !== null && isZombie(stat));
}

import { join } from 'node:path';
import { fail, succeed, VirtualClock } from '@dropwise/kit';
import type { ProcessIo } from '@dropwise/runtime';
import { createSim, loadScenario } from '@dropwise/twitch-sim';
import type { PlanParts } from '../../plan.ts';

/** For tests only: the scenarios without the program that serves them, and a clock that stands still. */
export function buildParts(now: number): PlanParts {
  return {
    async openWorld(name, seed) {
      if (name !== 'sample') return fail(`no scenario ${name}.`);
      const scenario = loadScenario(name, seed);
      const clock = new VirtualClock(scenario.startAt, () => new Promise((resolve) => setImmediate(resolve)));
      const sim = createSim({ scenario, seed, clock });
      return succeed({
        clock,
        http: sim.http,
        sockets: sim.sockets,
        approve: (userCode: string) => void sim.approve(userCode),
        [Symbol.dispose]: () => sim[Symbol.dispose](),
      });
    },
    now: () => now,
  };
}

export interface WrittenIo extends ProcessIo {
  readonly written: { stdout: string; stderr: string };
}

export function buildIo(
  change: { readonly homeFolder?: string; readonly columns?: number; readonly env?: ProcessIo['env'] } = {},
): WrittenIo {
  const written = { stdout: '', stderr: '' };
  const nothing: Disposable = { [Symbol.dispose]: () => {} };
  const homeFolder = change.homeFolder ?? join('/', 'home', 'ann');
  const terminal = change.columns === undefined ? {} : { isTTY: true, columns: change.columns };
  return {
    written,
    stdout: { ...terminal, write: (text: string) => (written.stdout += text) },
    stderr: { write: (text: string) => (written.stderr += text) },
    env: change.env ?? {},
    homeFolder,
    workingFolder: homeFolder,
    hostName: 'attic',
    pid: 1,
    signal: new AbortController().signal,
    onReload: () => nothing,
    onPrintState: () => nothing,
  };
}

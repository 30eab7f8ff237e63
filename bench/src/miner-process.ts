import { type Child, startDropwise } from './child.ts';
import type { RunningSim } from './sim.ts';

/** A fact of the miner: one line of its stdout. */
export interface MinerFact {
  readonly kind: string;
  readonly userCode?: string;
}

export interface MinerProcess extends AsyncDisposable {
  readonly pid: number;
  /** Resolves with the first such fact from its start on; rejects when the miner ends before. */
  waitFor(kind: string): Promise<void>;
}

export interface MinerProcessOptions {
  readonly sim: RunningSim;
  readonly folder: string;
  readonly speed: number;
}

/** A real miner on a sim, signed in as soon as it asks for it. */
export async function startMinerProcess({ sim, folder, speed }: MinerProcessOptions): Promise<MinerProcess> {
  const { startMs, realStartMs } = sim.clockFrom;
  const child: Child = await startDropwise([
    ...['mine', '--json', '--endpoints', sim.url, '--data-dir', folder],
    ...['--speed', `${speed}`, '--clock-from', `${startMs}@${realStartMs}`],
  ]);
  const seen = new Set<string>();
  const waiting = new Map<string, () => void>();
  const { promise: notApproved, reject } = Promise.withResolvers<never>();
  notApproved.catch(() => {});
  child.onLine((line) => {
    const { kind, userCode } = JSON.parse(line) as MinerFact;
    seen.add(kind);
    waiting.get(kind)?.();
    if (kind === 'deviceCodeIssued' && userCode !== undefined) sim.approve(userCode).catch(reject);
  });
  return {
    pid: child.pid,
    async waitFor(kind) {
      if (seen.has(kind)) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.set(kind, resolve);
      await Promise.race([promise, child.diedEarly, sim.child.diedEarly, notApproved]);
    },
    [Symbol.asyncDispose]: () => child[Symbol.asyncDispose](),
  };
}

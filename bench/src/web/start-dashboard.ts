import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Child, startDropwise } from '../child.ts';
import { startSim } from '../sim.ts';

export interface BenchDashboard extends AsyncDisposable {
  readonly url: string;
}

const scenario = 'launch-day';
const seed = 1;

/** The largest day there is, a miner on it, and the console; resolves when minutes are confirmed. */
export async function startDashboard(speed: number): Promise<BenchDashboard> {
  await using stack = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'dropwise-bench-'));
  stack.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  const sim = stack.use(await startSim({ scenario, seed, speed }));
  const { startMs, realStartMs } = sim.clockFrom;
  const child = stack.use(
    await startDropwise([
      ...['start', '--json', '--port', '0', '--data-dir', folder, '--endpoints', sim.url],
      ...['--speed', `${speed}`, '--clock-from', `${startMs}@${realStartMs}`],
    ]),
  );
  const url = await Promise.race([
    untilMining(child, (userCode) => void sim.approve(userCode)),
    child.diedEarly,
    sim.child.diedEarly,
  ]);
  const held = stack.move();
  return { url, [Symbol.asyncDispose]: () => held.disposeAsync() };
}

/** The console's address, once a minute was confirmed. */
function untilMining(child: Child, approve: (userCode: string) => void): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  let url = '';
  child.onLine((line) => {
    const fact = JSON.parse(line) as { readonly kind: string; readonly url?: string; readonly userCode?: string };
    if (fact.kind === 'ready') url = fact.url ?? '';
    else if (fact.kind === 'deviceCodeIssued' && fact.userCode !== undefined) approve(fact.userCode);
    else if (fact.kind === 'minuteConfirmed') resolve(url);
  });
  return promise;
}

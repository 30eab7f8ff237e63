import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Clock, exitCodes, type ProcessIo } from '@dropwise/runtime';
import type { StartChild } from './child.ts';
import { parseFact, textOf } from './fact.ts';
import { createNarrator } from './narrate.ts';
import { type OwnedChild, ownChild } from './owned-child.ts';
import { createStallWatch } from './stall-watch.ts';
import { type ReadySim, waitUntilReady } from './wait-until-ready.ts';

export interface DemoOptions {
  readonly untilClaims: number;
  readonly speed: number;
  readonly scenario: string;
  readonly seed: number;
  readonly json: boolean;
  readonly verbose: number;
  /** `KEY=VALUE` each. */
  readonly settings: readonly string[];
}

export interface DemoParts {
  readonly io: ProcessIo;
  readonly clock: Clock;
  readonly startChild: StartChild;
  approveDeviceCode(simUrl: string, userCode: string, signal: AbortSignal): Promise<void>;
}

/**
 * A simulator, a miner on it, and their story on stdout. Ends when the miner ends, with the miner's exit code; when
 * it resolves both children are gone, and so is the miner's folder.
 */
export async function runDemo(options: DemoOptions, parts: DemoParts): Promise<number> {
  const { io, clock, startChild } = parts;
  const tell = createTeller(options, io);
  const folder = await mkdtemp(join(tmpdir(), 'dropwise-demo-'));
  try {
    tell(
      `Starting a Twitch of our own on this machine: "${options.scenario}", ${options.speed} times as fast as real.`,
    );
    await using sim = ownChild(startChild(simArguments(options)), clock);
    const ready = await waitUntilReady(sim, clock, io.signal);
    if (!ready.ok) return endEarly(ready.failure, io);
    tell(`It is at ${ready.value.url}. Starting a miner on it.`);
    await using miner = ownChild(startChild(minerArguments(options, ready.value, folder)), clock);
    return await followMiner(options, parts, ready.value, sim, miner);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function simArguments({ speed, scenario, seed }: DemoOptions): string[] {
  return ['sim', '--port', '0', '--speed', `${speed}`, '--scenario', scenario, '--seed', `${seed}`];
}

function minerArguments(options: DemoOptions, sim: ReadySim, folder: string): string[] {
  const { speed, untilClaims, verbose, settings } = options;
  return [
    ...['mine', '--json', '--endpoints', sim.url, '--data-dir', folder, '--until-claims', `${untilClaims}`],
    ...['--speed', `${speed}`, '--clock-from', `${Math.round(sim.startMs)}@${sim.realStartMs}`],
    ...Array.from({ length: verbose }, () => '-v'),
    ...settings.flatMap((pair) => ['--set', pair]),
  ];
}

async function followMiner(
  options: DemoOptions,
  parts: DemoParts,
  ready: ReadySim,
  sim: OwnedChild,
  miner: OwnedChild,
): Promise<number> {
  const { io } = parts;
  const tell = createTeller(options, io);
  const narrate = createNarrator();
  const failures: string[] = [];
  const failWith = (sentence: string): void => {
    failures.push(sentence);
    void miner.stop();
  };
  const approve = (userCode: string): void => {
    parts.approveDeviceCode(ready.url, userCode, io.signal).catch((error: unknown) => {
      if (!io.signal.aborted) failWith(error instanceof Error ? error.message : String(error));
    });
  };

  using stallWatch = createStallWatch(parts.clock, options.speed, failWith);

  miner.child.onLine((line, stream) => {
    if (stream === 'stderr') {
      if (options.verbose > 0) io.stderr.write(`${line}\n`);
      return;
    }
    const fact = parseFact(line);
    if (options.json) io.stdout.write(`${line}\n`);
    if (fact !== null) stallWatch.see(fact);
    const told = fact === null ? null : narrate(fact);
    if (told !== null) tell(told);
    const userCode = fact?.kind === 'deviceCodeIssued' ? textOf(fact, 'userCode') : null;
    if (userCode !== null) approve(userCode);
  });
  const onAbort = (): void => void miner.stop();
  io.signal.addEventListener('abort', onAbort, { once: true });
  if (io.signal.aborted) onAbort();
  let minerEnded = false;
  const onSimEnd = (): void => {
    if (!minerEnded) failWith(`The simulator ended before the miner. ${sim.tail()}`);
  };
  sim.child.ended.then(onSimEnd, onSimEnd);

  const code = await miner.child.ended;
  minerEnded = true;
  io.signal.removeEventListener('abort', onAbort);
  if (code !== 0 && options.verbose === 0) io.stderr.write(`${miner.tail()}\n`);
  for (const sentence of failures) io.stderr.write(`${sentence.trim()}\n`);
  return failures.length > 0 && code === exitCodes.ok ? exitCodes.unexpectedFailure : code;
}

/** The story goes to stdout, where it is the only thing, or nowhere. */
function createTeller(options: DemoOptions, io: ProcessIo): (sentence: string) => void {
  return (sentence) => {
    if (!options.json) io.stdout.write(`${sentence}\n`);
  };
}

function endEarly(failure: string, io: ProcessIo): number {
  if (io.signal.aborted) return exitCodes.ok;
  io.stderr.write(`${failure}\n`);
  return exitCodes.unexpectedFailure;
}

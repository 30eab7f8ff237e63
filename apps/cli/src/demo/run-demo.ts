import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Clock, exitCodes, type ProcessIo } from '@dropwise/runtime';
import type { StartChild } from './child.ts';
import { type Fact, parseFact, textOf } from './fact.ts';
import { createNarrator } from './narrate.ts';
import { type OwnedChild, ownChild } from './owned-child.ts';
import { createStallWatch } from './stall-watch.ts';
import { createDemoTally } from './tally.ts';
import { type ReadySim, waitUntilReady } from './wait-until-ready.ts';

export interface DemoOptions {
  readonly untilClaims: number;
  readonly speed: number;
  readonly scenario: string;
  readonly seed: number;
  /** Of the console; 0 = any free one. */
  readonly port: number;
  /** After the claims the console stays up until it is interrupted: for a person who wants to look at it. */
  readonly stays: boolean;
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

/** Nobody looks at a demo for longer. */
const longestStayMs = 60 * 60_000;

/**
 * A simulator, a console with its miner on it, and their story on stdout. Ends after the claims that were asked for, or when
 * the console ends, with its exit code; when it resolves all children are gone, and so is their folder.
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
    tell(`It is at ${ready.value.url}. Starting a console with its miner on it.`);
    await using console = ownChild(startChild(consoleArguments(options, ready.value, folder)), clock);
    return await followConsole(options, parts, ready.value, sim, console);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function simArguments({ speed, scenario, seed }: DemoOptions): string[] {
  return ['sim', '--port', '0', '--speed', `${speed}`, '--scenario', scenario, '--seed', `${seed}`];
}

function consoleArguments(options: DemoOptions, sim: ReadySim, folder: string): string[] {
  const { speed, port, verbose, settings } = options;
  return [
    ...['start', '--json', '--port', `${port}`, '--endpoints', sim.url, '--data-dir', folder],
    ...['--speed', `${speed}`, '--clock-from', `${Math.round(sim.startMs)}@${sim.realStartMs}`],
    ...Array.from({ length: verbose }, () => '-v'),
    ...settings.flatMap((pair) => ['--set', pair]),
  ];
}

async function followConsole(
  options: DemoOptions,
  parts: DemoParts,
  ready: ReadySim,
  sim: OwnedChild,
  console: OwnedChild,
): Promise<number> {
  const { io } = parts;
  const tell = createTeller(options, io);
  const narrate = createNarrator();
  const tally = createDemoTally(parts.clock);
  const failures: string[] = [];
  const failWith = (sentence: string): void => {
    failures.push(sentence);
    void console.stop();
  };
  const approve = (userCode: string): void => {
    parts.approveDeviceCode(ready.url, userCode, io.signal).catch((error: unknown) => {
      if (!io.signal.aborted) failWith(error instanceof Error ? error.message : String(error));
    });
  };
  using stallWatch = createStallWatch(parts.clock, options.speed, failWith);
  using stay = createStay(parts.clock, () => void console.stop());
  let consoleUrl = '';

  const hear = (fact: Fact, line: string): void => {
    stallWatch.see(fact);
    if (tally.claimed >= options.untilClaims) return;
    tally.see(fact);
    if (options.json) io.stdout.write(`${line}\n`);
    const told = narrate(fact);
    if (told !== null) tell(told);
    if (fact.kind === 'ready') consoleUrl = textOf(fact, 'url') ?? '';
    const userCode = fact.kind === 'deviceCodeIssued' ? textOf(fact, 'userCode') : null;
    if (userCode !== null) approve(userCode);
    if (tally.claimed >= options.untilClaims) enough();
  };
  const enough = (): void => {
    stallWatch[Symbol.dispose]();
    if (!options.stays) return void console.stop();
    tell(`${options.untilClaims} drops are claimed. The console stays at ${consoleUrl} until you press Ctrl-C.`);
    stay.begin();
  };

  console.child.onLine((line, stream) => {
    if (stream === 'stderr') {
      if (options.verbose > 0) io.stderr.write(`${line}\n`);
      return;
    }
    const fact = parseFact(line);
    if (fact !== null) hear(fact, line);
  });
  const onAbort = (): void => void console.stop();
  io.signal.addEventListener('abort', onAbort, { once: true });
  if (io.signal.aborted) onAbort();
  let consoleEnded = false;
  const onSimEnd = (): void => {
    if (!consoleEnded) failWith(`The simulator ended before the console. ${sim.tail()}`);
  };
  sim.child.ended.then(onSimEnd, onSimEnd);

  const code = await console.child.ended;
  consoleEnded = true;
  io.signal.removeEventListener('abort', onAbort);
  const summary = tally.summary();
  if (options.json) io.stdout.write(`${JSON.stringify(summary)}\n`);
  else tell(narrate(summary) ?? '');
  if (code !== 0 && options.verbose === 0) io.stderr.write(`${console.tail()}\n`);
  for (const sentence of failures) io.stderr.write(`${sentence.trim()}\n`);
  return failures.length > 0 && code === exitCodes.ok ? exitCodes.unexpectedFailure : code;
}

function createStay(clock: Clock, end: () => void): Disposable & { begin(): void } {
  let timer: { cancel(): void } | null = null;
  return {
    begin: () => {
      timer ??= clock.deadline(longestStayMs, end);
    },
    [Symbol.dispose]: () => timer?.cancel(),
  };
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

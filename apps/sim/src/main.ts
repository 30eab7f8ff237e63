import { readFile } from 'node:fs/promises';
import { type Clock, VirtualClock } from '@dropwise/kit';
import { createScaledClock } from '@dropwise/runtime';
import { createSim, loadScenario, type SimServer, startSimServer } from '@dropwise/twitch-sim';
import { helpText, parseSimArguments, type SimArguments } from './arguments.ts';

export interface SimIo {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  /** Ends the simulator. */
  readonly signal: AbortSignal;
}

const badArguments = 2;
const failed = 1;

/** `dropwise sim`: prints one line of JSON when it is ready, runs until `io.signal`; resolves to the exit code. */
export async function runSim(args: string[], io: SimIo): Promise<number> {
  const parsed = parseSimArguments(args);
  if (!parsed.ok) {
    io.stderr.write(`dropwise sim: ${parsed.failure}\n`);
    return badArguments;
  }
  if (parsed.value.help) {
    io.stdout.write(helpText());
    return 0;
  }
  try {
    await serve(parsed.value, io);
    return 0;
  } catch (error) {
    io.stderr.write(`dropwise sim: ${explain(error, parsed.value)}\n`);
    return failed;
  }
}

async function serve(options: SimArguments, io: SimIo): Promise<void> {
  const scenario = loadScenario(options.scenario, options.seed);
  const { seed, autoApprove, host, port } = options;
  const clock = createClock(options, scenario.startAt);
  const tls = await readTls(options);
  using sim = createSim({ scenario, seed, clock, autoApprove, speed: options.speed });
  await using server: SimServer = await startSimServer(sim, { host, port, ...(tls === null ? {} : { tls }) });
  const speed = options.manualClock ? 0 : options.speed;
  const ready = { kind: 'ready', url: server.url, scenario: scenario.name, seed, speed, now: clock.now() };
  io.stdout.write(`${JSON.stringify(ready)}\n`);
  await aborted(io.signal);
}

function createClock(options: SimArguments, startAt: number): Clock {
  if (!options.manualClock) return createScaledClock({ startMs: startAt, speed: options.speed });
  return new VirtualClock(startAt, () => new Promise((resolve) => setImmediate(resolve)));
}

async function readTls({ tlsCert, tlsKey }: SimArguments): Promise<{ cert: string; key: string } | null> {
  if (tlsCert === null || tlsKey === null) return null;
  const [cert, key] = await Promise.all([readFile(tlsCert, 'utf8'), readFile(tlsKey, 'utf8')]);
  return { cert, key };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function explain(error: unknown, { host, port }: SimArguments): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE')
    return `expected port ${port} of ${host} to be free, found another program there; choose another --port, or 0`;
  if (code === 'EACCES')
    return `expected to be allowed to listen on port ${port}, found that it is not; choose a --port above 1023`;
  if (code === 'ENOENT')
    return `expected the files of --tls-cert and --tls-key, found ${error instanceof Error ? error.message : ''}; correct the path`;
  return error instanceof Error ? error.message : String(error);
}

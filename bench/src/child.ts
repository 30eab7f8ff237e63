import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** A program that the bench started; disposing ends it, and when that resolves it is gone. */
export interface Child extends AsyncDisposable {
  readonly pid: number;
  /** Called with every line of its stdout from the start. */
  onLine(listener: (line: string) => void): void;
  /** Rejects when it ends, with the last it said on stderr: race what you wait for with it. */
  readonly diedEarly: Promise<never>;
}

const launcher = fileURLToPath(new URL('../../apps/cli/bin/dropwise.js', import.meta.url));
/** How long it may take to end by itself. */
const stopGraceMs = 10_000;
const tailLength = 20;

/** `dropwise` with these arguments, in a process of its own. */
export function startDropwise(args: readonly string[]): Promise<Child> {
  return startProgram(launcher, args);
}

export async function startProgram(file: string, args: readonly string[]): Promise<Child> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, ...args], {
    // The channel closes with the bench, however it ends, and the child then stops by itself.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, DROPWISE_STOP_WITH_PARENT: '1' },
  });
  const gone = once(child, 'close');
  await Promise.race([once(child, 'spawn'), gone]);
  const tail: string[] = [];
  readLines(child.stderr, (line) => {
    tail.push(line);
    if (tail.length > tailLength) tail.shift();
  });
  const diedEarly = gone.then(([code, signal]): never => {
    throw new Error(`expected ${args[0]} to run on, found that it ended with ${code ?? signal}: ${tail.join('\n')}`);
  });
  diedEarly.catch(() => {});
  return {
    pid: child.pid ?? -1,
    onLine: (listener) => readLines(child.stdout, listener),
    diedEarly,
    [Symbol.asyncDispose]: () => stop(child, gone),
  };
}

function readLines(source: Readable | null, listener: (line: string) => void): void {
  if (source !== null) createInterface({ input: source }).on('line', listener);
}

async function stop(child: ChildProcess, gone: Promise<unknown>): Promise<void> {
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), stopGraceMs);
  await gone.catch(() => {});
  clearTimeout(timer);
}

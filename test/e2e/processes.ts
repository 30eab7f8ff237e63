import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** The command as it is installed. */
export const launcher = fileURLToPath(new URL('../../apps/cli/bin/dropwise.js', import.meta.url));

/** A line of stdout that is JSON. Only `kind` is certain. */
export type Line = Readonly<Record<string, unknown>> & { readonly kind: string };

export interface Ending {
  /** Null after a signal. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A real process that is gone when this is disposed, however the test ended. */
export interface Program extends AsyncDisposable {
  readonly pid: number;
  /** JSON lines of stdout so far, in order. */
  readonly lines: readonly Line[];
  /** Everything written so far. */
  readonly stdout: string;
  readonly stderr: string;
  readonly ended: Promise<Ending>;
  send(signal: NodeJS.Signals): void;
  /** Calls `listener` after every line of output and once at the end. */
  onOutput(listener: () => void): Disposable;
  /** Resolves with what `look` finds, asked again after every line; rejects, pointing at the caller, in time or at the end. */
  until<Found>(what: string, look: (program: Program) => Found | null | undefined | false): Promise<Found>;
  /** The next line of that kind from line number `from` on. */
  line(kind: string, matches?: (line: Line) => boolean, from?: number): Promise<Line>;
  /** Its end, within `limitMs` of now. */
  end(limitMs?: number): Promise<Ending>;
}

export interface ProgramOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Default: the Node that runs the tests. */
  readonly node?: string;
  /** Held open, for a program that takes its end for the end of whoever started it. Default: none. */
  readonly stdin?: 'pipe';
}

/** Longer than anything takes on a busy machine; only a failure waits for it. */
export const patienceMs = 45_000;
const keptCharacters = 4_000_000;

/** `dropwise` with these arguments and none of this process's own settings. */
export function startProgram(args: readonly string[], options: ProgramOptions = {}): Program {
  const child = spawn(options.node ?? process.execPath, [launcher, ...args], {
    // The channel closes when the test's process dies: the child then stops by itself.
    stdio: [options.stdin ?? 'ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...cleanEnvironment(), DROPWISE_STOP_WITH_PARENT: '1', ...options.env },
  });
  return ownProgram(child, args);
}

function cleanEnvironment(): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('DROPWISE_') && !name.startsWith('NODE_'),
  );
  return { ...Object.fromEntries(kept), HOME: tmpdir(), TZ: 'UTC', NO_COLOR: '1' } as Record<string, string>;
}

function ownProgram(child: ChildProcess, args: readonly string[]): Program {
  const listeners = new Set<() => void>();
  const lines: Line[] = [];
  const written = { stdout: '', stderr: '' };
  let ending: Ending | null = null;
  const tellAll = (): void => {
    for (const listener of listeners) listener();
  };
  const read = (name: 'stdout' | 'stderr', source: Readable | null): void => {
    if (source === null) return;
    createInterface({ input: source }).on('line', (text) => {
      if (written[name].length < keptCharacters) written[name] += `${text}\n`;
      const line = name === 'stdout' ? parseLine(text) : null;
      if (line !== null) lines.push(line);
      tellAll();
    });
  };
  read('stdout', child.stdout);
  read('stderr', child.stderr);
  const ended = new Promise<Ending>((resolve, reject) => {
    child.once('error', reject);
    // `close`, not `exit`: the pipes are then read to their end.
    child.once('close', (code, signal) => {
      ending = { code, signal };
      resolve(ending);
      tellAll();
    });
  });
  ended.catch(() => {});

  const program: Program = {
    get pid() {
      return child.pid ?? -1;
    },
    lines,
    get stdout() {
      return written.stdout;
    },
    get stderr() {
      return written.stderr;
    },
    ended,
    send: (signal) => void child.kill(signal),
    onOutput(listener) {
      listeners.add(listener);
      return { [Symbol.dispose]: () => void listeners.delete(listener) };
    },
    until: (what, look) => waitFor(program, what, look, program.until, () => ending, args),
    line: (kind, matches = () => true, from = 0) =>
      waitFor(
        program,
        `a line of kind ${kind}`,
        () => lines.slice(from).find((line) => line.kind === kind && matches(line)),
        program.line,
        () => ending,
        args,
      ),
    async end(limitMs = patienceMs) {
      const late = Promise.withResolvers<never>();
      const error = new Error(`dropwise ${args[0]} did not end within ${limitMs} ms`);
      Error.captureStackTrace(error, program.end);
      const timer = setTimeout(() => late.reject(error), limitMs);
      try {
        return await Promise.race([ended, late.promise]);
      } finally {
        clearTimeout(timer);
      }
    },
    async [Symbol.asyncDispose]() {
      if (ending === null) child.kill('SIGKILL');
      await ended.catch(() => {});
    },
  };
  return program;
}

function waitFor<Found>(
  program: Program,
  what: string,
  look: (program: Program) => Found | null | undefined | false,
  caller: (...args: never[]) => unknown,
  ending: () => Ending | null,
  args: readonly string[],
): Promise<Found> {
  const missed = new Error();
  Error.captureStackTrace(missed, caller);
  return new Promise((resolve, reject) => {
    const failWith = (why: string): void => {
      finish();
      missed.message = `dropwise ${args[0]}: expected ${what}, but ${why}.\n${tailOf(program)}`;
      reject(missed);
    };
    const check = (): void => {
      const found = look(program);
      if (found !== null && found !== undefined && found !== false) {
        finish();
        resolve(found);
        return;
      }
      const over = ending();
      if (over !== null) failWith(`it ended with ${over.code ?? over.signal}`);
    };
    const subscription = program.onOutput(check);
    const timer = setTimeout(() => failWith(`there was none within ${patienceMs / 1_000} s`), patienceMs);
    const finish = (): void => {
      clearTimeout(timer);
      subscription[Symbol.dispose]();
    };
    check();
  });
}

function tailOf({ stdout, stderr }: Program): string {
  return [...stdout.trimEnd().split('\n').slice(-8), ...stderr.trimEnd().split('\n').slice(-30)].join('\n');
}

function parseLine(text: string): Line | null {
  if (!text.startsWith('{')) return null;
  try {
    const value: unknown = JSON.parse(text);
    const isLine = typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string';
    return isLine ? (value as Line) : null;
  } catch {
    return null;
  }
}

/** A new folder below the system's own for temporary files; gone with everything in it when disposed. */
export async function makeFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'dropwise-e2e-'));
  return {
    path,
    // A process that was killed a moment ago may still be seen writing.
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 5 }),
  };
}

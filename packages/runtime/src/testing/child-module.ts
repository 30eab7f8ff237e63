import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A Node process that runs `source` as a module. */
export interface ChildModule extends AsyncDisposable {
  readonly process: ChildProcess;
  /** The next line on stdout; rejects when the child ends without one. */
  nextLine(): Promise<string>;
  /** Resolves with the exit code, or the signal's name. */
  readonly ended: Promise<number | string>;
}

export function startChildModule(source: string, args: readonly string[] = []): ChildModule {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', source, ...args],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | string);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    process: child,
    ended,
    nextLine: async () => {
      const next = await lines.next();
      if (next.done === true) throw new Error(`expected a line, but the child ended with ${await ended}`);
      return next.value;
    },
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** The URL of a file of this package, quoted for an import in a child's source. */
export function importOf(fileName: string): string {
  return JSON.stringify(new URL(`../${fileName}`, import.meta.url).href);
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { until } from './until.ts';

const program = fileURLToPath(new URL('./console-program.ts', import.meta.url));

export interface StartedConsole extends AsyncDisposable {
  /** The number after this word, once the console or its child has said it. */
  numberAfter(word: string): Promise<number>;
  heard(line: string): Promise<void>;
  /** By SIGKILL: it can do nothing any more. */
  kill(): Promise<void>;
}

/** A console as a process of its own; see `console-program.ts`. */
export function startConsole(runFolder: string, behaviour: string, ipc = ''): StartedConsole {
  const console = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', program, runFolder, behaviour, ipc],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = once(console, 'exit');
  const lines: string[] = [];
  createInterface({ input: console.stdout }).on('line', (line) => lines.push(line));
  const kill = async (): Promise<void> => {
    console.kill('SIGKILL');
    await ended;
  };
  return {
    numberAfter: async (word) => {
      const find = (): string | undefined => lines.find((line) => line.startsWith(`${word} `));
      await until(() => find() !== undefined, `a line that begins with ${word}`);
      return Number(find()?.slice(word.length + 1));
    },
    heard: (line) => until(() => lines.includes(line), `the line ${line}`),
    kill,
    [Symbol.asyncDispose]: kill,
  };
}

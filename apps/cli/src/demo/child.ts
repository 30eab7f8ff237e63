import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { launcherFile } from '../arguments/launcher-file.ts';

/** A program that the demo started. */
export interface Child {
  /** Called with every line of its stdout and stderr from the start. */
  onLine(listener: (line: string, stream: 'stdout' | 'stderr') => void): void;
  /** Resolves with the exit code when it is gone and its last line was heard; 128 + number after a signal. */
  readonly ended: Promise<number>;
  send(signal: 'SIGTERM' | 'SIGKILL'): void;
}

/** `dropwise` with these arguments, as a process of its own. */
export type StartChild = (args: readonly string[]) => Child;

export const startChild: StartChild = (args) => startProgram(launcherFile, args);

/** A Node program as a child that does not outlive this process, provided it uses `openProcessIo`. */
export function startProgram(file: string, args: readonly string[]): Child {
  const child = spawn(process.execPath, [file, ...args], {
    // Out of the terminal's group: on Ctrl-C the demo ends its children in order, the miner first.
    detached: true,
    // The channel closes with the demo, however it ends, and the child then stops by itself.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, DROPWISE_STOP_WITH_PARENT: '1' },
  });
  return wrapChild(child);
}

function wrapChild(child: ChildProcess): Child {
  const listeners = new Set<(line: string, stream: 'stdout' | 'stderr') => void>();
  const tell = (stream: 'stdout' | 'stderr', source: Readable | null): void => {
    if (source === null) return;
    createInterface({ input: source }).on('line', (line) => {
      for (const listener of listeners) listener(line, stream);
    });
  };
  tell('stdout', child.stdout);
  tell('stderr', child.stderr);
  return {
    onLine: (listener) => void listeners.add(listener),
    ended: new Promise((resolve, reject) => {
      child.once('error', reject);
      // `close`, not `exit`: the pipes are then read to their end.
      child.once('close', (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
    }),
    send: (signal) => void child.kill(signal),
  };
}

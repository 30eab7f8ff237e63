import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '@dropwise/kit';
import type { ChildProgram } from '../adapters/adapter.ts';
import { createLineSplitter } from './line-splitter.ts';
import { isGroupAlive, killPatienceMs, signalGroup, waitForGroupEnd } from './process-group.ts';
import { settleWithin } from './settle-within.ts';

export type OutputStream = 'stdout' | 'stderr';

export interface ProcessListener {
  line(line: string, stream: OutputStream): void;
  message(message: unknown): void;
}

export interface ProcessOptions {
  readonly env: Readonly<Record<string, string>>;
  readonly clock: Clock;
  /** What the leader leaves behind has so long to end by itself. */
  readonly graceMs: number;
  /** It takes lines on its stdin, which ends with us. Default: it has none. */
  readonly takesLines?: boolean;
  /** Of a line on its stdout; what goes beyond is left out. Default: `maxLineBytes`. */
  readonly maxStdoutLineBytes?: number;
}

/** A program that runs, with everything that it starts in the same group. */
export interface RunningProcess {
  readonly pid: number;
  /** Begins to read; once. */
  listen(listener: ProcessListener): void;
  send(message: unknown): boolean;
  /** A line on its stdin. False = nobody reads it. */
  write(line: string): boolean;
  signal(name: NodeJS.Signals): void;
  /** SIGTERM to all of the group, the first time. */
  terminate(): void;
  kill(): void;
  /** When the whole group is gone and the last line was told. Never rejects. */
  readonly ended: Promise<ProcessEnd>;
}

export interface ProcessEnd {
  readonly exitCode: number | null;
  readonly signal: string | null;
}

/** Why nothing was started. */
export interface SpawnFailure {
  readonly code: string | null;
  readonly detail: string;
}

/** Messages that the child has not taken yet; beyond it `send` says false, as when nobody hears it. */
const maxUnsentMessages = 1_000;
/** Lines that it has not read yet; beyond it `write` says false. */
const maxUnreadBytes = 1_000_000;
/** A process that left the group may hold the pipes open; its words are not waited for. */
const pipePatienceMs = 1_000;

/**
 * Starts the program as the leader of a group of its own: a Ctrl-C of the console does not reach it, and the whole group can be
 * ended. Its outcome is known at once; only a failure's reason comes later.
 */
export function startProcess(program: ChildProgram, options: ProcessOptions): RunningProcess | Promise<SpawnFailure> {
  let child: ChildProcess;
  try {
    child = spawn(program.command, program.args, {
      cwd: program.workingFolder ?? undefined,
      env: options.env,
      detached: true,
      windowsHide: true,
      stdio: [
        options.takesLines === true ? 'pipe' : 'ignore',
        'pipe',
        'pipe',
        ...(program.ipc ? (['ipc'] as const) : []),
      ],
      serialization: 'advanced',
    });
  } catch (error) {
    return Promise.resolve(failureOf(error));
  }
  if (child.pid === undefined) return once(child, 'error').then(([error]) => failureOf(error));
  return runningProcess(child, child.pid, options);
}

function failureOf(error: unknown): SpawnFailure {
  if (!(error instanceof Error)) return { code: null, detail: String(error) };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  return { code, detail: error.message };
}

function runningProcess(child: ChildProcess, pid: number, options: ProcessOptions): RunningProcess {
  const { clock, graceMs } = options;
  let unsentCount = 0;
  let isTerminated = false;
  let isGone = false;
  const reading = Promise.withResolvers<unknown>();
  // What was sent before the end may arrive after it: the channel is heard out like the pipes.
  const hungUp = new Promise<void>((resolve) => (child.connected ? child.once('disconnect', resolve) : resolve()));
  const exited = new Promise<ProcessEnd>((resolve) =>
    child.once('exit', (exitCode, signal) => resolve({ exitCode, signal })),
  );
  // After the start, this is a signal or a message that could not be sent: the end of the process says the rest.
  child.on('error', () => {});
  child.stdin?.on('error', () => {});

  const terminate = (): void => {
    if (isTerminated || isGone) return;
    isTerminated = true;
    signalGroup(pid, 'SIGTERM');
  };
  const finish = async (): Promise<ProcessEnd> => {
    const end = await exited;
    if (isGroupAlive(pid)) await endRest(pid, terminate, graceMs, clock);
    isGone = true;
    await settleWithin(Promise.all([reading.promise, hungUp]), pipePatienceMs, clock);
    child.stdout?.destroy();
    child.stderr?.destroy();
    child.stdin?.destroy();
    if (child.connected) child.disconnect();
    return end;
  };

  return {
    pid,
    listen: (listener) => {
      child.on('message', listener.message);
      const streams = [
        readLines(child.stdout, 'stdout', listener, options.maxStdoutLineBytes),
        readLines(child.stderr, 'stderr', listener),
      ];
      reading.resolve(Promise.all(streams));
    },
    send: (message) => {
      if (!child.connected || unsentCount >= maxUnsentMessages) return false;
      unsentCount += 1;
      child.send(message as object, () => {
        unsentCount -= 1;
      });
      return true;
    },
    write: (line) => {
      if (child.stdin?.writable !== true || child.stdin.writableLength > maxUnreadBytes) return false;
      child.stdin.write(`${line}\n`);
      return true;
    },
    signal: (name) => void (isGone || child.kill(name)),
    terminate,
    kill: () => void (isGone || signalGroup(pid, 'SIGKILL')),
    ended: finish(),
  };
}

/** The leader ended and left others: they are asked to end like itself. */
async function endRest(pid: number, terminate: () => void, graceMs: number, clock: Clock): Promise<void> {
  terminate();
  if (await waitForGroupEnd(pid, graceMs, clock)) return;
  signalGroup(pid, 'SIGKILL');
  await waitForGroupEnd(pid, killPatienceMs, clock);
}

/** One piece a turn of the event loop: a child that floods is slowed down by its full pipe, and nobody else waits for it. */
async function readLines(
  source: Readable | null,
  stream: OutputStream,
  listener: ProcessListener,
  maxBytes?: number,
): Promise<void> {
  if (source === null) return;
  const splitter = createLineSplitter((line) => listener.line(line, stream), maxBytes);
  try {
    for await (const chunk of source) {
      splitter.push(chunk as Buffer);
      await nextTurn();
    }
  } catch {
    // A pipe that breaks, or is closed above, has ended.
  }
  splitter.end();
}

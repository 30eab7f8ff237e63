import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { ChildDefinition } from '@dropwise/contract';
import type { Adapter, AdapterSession, AdapterSink, ChildLife } from '../../adapter.ts';

/** One life of a real process behind an adapter. */
export interface RunningProgram extends AsyncDisposable {
  readonly session: AdapterSession;
  /** Resolves with exit code or signal, when its last line was heard. */
  readonly ended: Promise<number | string>;
}

/** Starts what the adapter says is to be started, as the console does, without looking after it. */
export async function runProgram(adapter: Adapter, child: ChildDefinition, sink: AdapterSink): Promise<RunningProgram> {
  const prepared = await adapter.prepare(child);
  if (!prepared.ok || prepared.value === null)
    throw new Error(prepared.ok ? 'nothing to start' : prepared.failure.sentence);
  const { command, args, workingFolder, env } = prepared.value;
  const process_ = spawn(command, args, {
    cwd: workingFolder ?? undefined,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = new AbortController();
  const streams = { stdout: createInterface(process_.stdout), stderr: createInterface(process_.stderr) };
  const life: ChildLife = {
    child,
    pid: process_.pid ?? null,
    ended: end.signal,
    onLine: (listener) => {
      for (const name of ['stdout', 'stderr'] as const) streams[name].on('line', (line) => listener(line, name));
    },
    onMessage: () => {},
    send: () => false,
    signal: (name) => void process_.kill(name),
  };
  const session = adapter.attach(life, sink);
  const closed = [once(process_, 'exit'), once(streams.stdout, 'close'), once(streams.stderr, 'close')] as const;
  const ended = Promise.all(closed).then(([[code, signal]]) => {
    end.abort();
    return (code ?? signal) as number | string;
  });
  return {
    session,
    ended,
    [Symbol.asyncDispose]: async () => {
      process_.kill('SIGKILL');
      await ended;
      await session[Symbol.asyncDispose]();
    },
  };
}

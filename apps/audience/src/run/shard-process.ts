import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FromShard, ToShard } from './shard-message.ts';
import { shardNodeOptions } from './shard-node-options.ts';

const program = fileURLToPath(new URL('shard-program.ts', import.meta.url));
/** Of what a dying shard says on stderr. */
const keptStderrLength = 4_000;

/** A shard as the coordinator holds it. Disposing kills it: for one that did not end by itself. */
export interface ShardHandle extends Disposable {
  readonly index: number;
  readonly pid: number | undefined;
  /** To one that has ended: nothing happens. */
  send(message: ToShard): void;
  /** Resolves when the process is gone: null after `ended`, else a sentence about what happened to it. */
  readonly gone: Promise<string | null>;
}

/** Starts a process of its own for part of the audience: descriptors, heap and a crash are its own. */
export function startShardProcess(index: number, hear: (message: FromShard) => void): ShardHandle {
  const child = fork(program, [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: [...shardNodeOptions],
  });
  let hasEnded = false;
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-keptStderrLength);
  });
  child.on('message', (message) => {
    const heard = message as FromShard;
    if (heard.kind === 'ended') hasEnded = true;
    hear(heard);
  });
  const gone = new Promise<string | null>((resolve) => {
    child.once('error', (error) => resolve(`Shard ${index + 1} could not be started: ${error.message}.`));
    child.once('close', (code, signal) => resolve(hasEnded ? null : describeEnd(index, code, signal, stderr)));
  });
  return {
    index,
    pid: child.pid,
    send: (message) => sendTo(child, message),
    gone,
    [Symbol.dispose]: () => void child.kill('SIGKILL'),
  };
}

function sendTo(child: ChildProcess, message: ToShard): void {
  // What goes wrong here is told by the end of the process.
  if (child.connected) child.send(message, () => {});
}

function describeEnd(index: number, code: number | null, signal: string | null, stderr: string): string {
  const how = signal === null ? `ended with code ${code}` : `was killed by ${signal}`;
  const said = stderr.trim() === '' ? '' : ` It said: ${stderr.trim()}`;
  return `Shard ${index + 1} ${how} before its time.${said}`;
}

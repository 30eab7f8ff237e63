import { homedir, hostname } from 'node:os';
import process from 'node:process';
import { listenForSignals, type ParentChannel, type ProcessIo } from '@dropwise/runtime';

/** Everything of this process that a program may use. Disposing lets go of the signals. */
export function openProcessIo(): ProcessIo & Disposable {
  const parent = openParentChannel();
  const onReload = createSubscription();
  const onPrintState = createSubscription();
  const listener = listenForSignals({ onReload: onReload.callAll, onPrintState: onPrintState.callAll });
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    homeFolder: homedir(),
    workingFolder: process.cwd(),
    hostName: hostname(),
    pid: process.pid,
    ...(parent === null ? {} : { parent }),
    signal: AbortSignal.any([listener.signal, stopWhenReaderLeaves(), stopWithParent()]),
    onReload: onReload.subscribe,
    onPrintState: onPrintState.subscribe,
    [Symbol.dispose]: () => listener[Symbol.dispose](),
  };
}

/** `dropwise mine | head` closes the pipe: nobody reads on, so the work ends like any other stop. */
function stopWhenReaderLeaves(): AbortSignal {
  const controller = new AbortController();
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (stream === process.stdout) controller.abort(new Error(`stdout cannot be written: ${error.message}`));
    });
  }
  return controller.signal;
}

/** The launcher and the demo ask for it: when they are gone, also by SIGKILL, what they started must not stay. */
function stopWithParent(): AbortSignal {
  const controller = new AbortController();
  if (process.env.DROPWISE_STOP_WITH_PARENT === '1' && process.channel !== undefined && process.channel !== null) {
    process.once('disconnect', () => controller.abort(new Error('the program that started this one is gone')));
    // A listener alone would keep the process alive for ever.
    process.channel.unref();
  }
  return controller.signal;
}

/** Null where no program holds the other end. */
function openParentChannel(): ParentChannel | null {
  if (process.send === undefined) return null;
  const send = process.send.bind(process);
  return {
    send(message, written) {
      try {
        return send(message, undefined, undefined, () => written());
      } catch {
        // Closed: the end of the channel has its own listener.
        queueMicrotask(written);
        return false;
      }
    },
    onMessage(run) {
      process.on('message', run);
      // A listener alone would keep the process alive for ever.
      process.channel?.unref();
      return { [Symbol.dispose]: () => void process.off('message', run) };
    },
  };
}

function createSubscription(): { subscribe(run: () => void): Disposable; callAll(): void } {
  const listeners = new Set<() => void>();
  return {
    subscribe: (run) => {
      listeners.add(run);
      return { [Symbol.dispose]: () => void listeners.delete(run) };
    },
    callAll: () => {
      for (const run of listeners) run();
    },
  };
}

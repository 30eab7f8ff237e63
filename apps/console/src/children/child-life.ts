import type { ChildDefinition } from '@dropwise/contract';
import type { ChildLife } from '../adapters/adapter.ts';
import { createLastWords } from './last-words.ts';
import type { OutputStream, RunningProcess } from './start-process.ts';

export interface OpenLife {
  /** What the adapter sees of it. */
  readonly life: ChildLife;
  /** Null where there is no process of ours. */
  readonly process: RunningProcess | null;
  /** The end of its stderr. */
  lastLines(): readonly string[];
  /** Begins to read what it says. */
  listen(): void;
  end(): void;
}

export interface LifeOptions {
  readonly child: ChildDefinition;
  readonly process: RunningProcess | null;
  /** Called for every line and message. */
  readonly onSign: () => void;
  /** A listener of the adapter's threw; called once a life. */
  readonly onFailure: (error: unknown) => void;
}

/** One life as its adapter sees it. */
export function createLife({ child, process, onSign, onFailure }: LifeOptions): OpenLife {
  const controller = new AbortController();
  const lineListeners: ((line: string, stream: OutputStream) => void)[] = [];
  const messageListeners: ((message: unknown) => void)[] = [];
  const lastWords = createLastWords();
  let hasFailed = false;

  const tell = (run: () => void): void => {
    try {
      run();
    } catch (error) {
      if (!hasFailed) onFailure(error);
      hasFailed = true;
    }
  };
  return {
    life: {
      child,
      pid: process?.pid ?? null,
      ended: controller.signal,
      onLine: (listener) => void lineListeners.push(listener),
      onMessage: (listener) => void messageListeners.push(listener),
      send: (message) => !controller.signal.aborted && (process?.send(message) ?? false),
      signal: (name) => process?.signal(name),
    },
    process,
    lastLines: () => lastWords.toLines(),
    listen: () =>
      process?.listen({
        line: (line, stream) => {
          if (stream === 'stderr') lastWords.hear(line);
          onSign();
          for (const listener of lineListeners) tell(() => listener(line, stream));
        },
        message: (message) => {
          onSign();
          for (const listener of messageListeners) tell(() => listener(message));
        },
      }),
    end: () => controller.abort(),
  };
}

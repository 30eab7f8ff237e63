import { type ChildDefinition, childDefinition } from '@dropwise/contract';
import * as v from 'valibot';
import type { ChildLife } from '../../adapter.ts';

/** A life whose lines and end the test decides. */
export interface FakeLife extends ChildLife {
  say(line: string, stream?: 'stdout' | 'stderr'): void;
  readonly signals: readonly NodeJS.Signals[];
  finish(): void;
}

export function createFakeLife(definition: Readonly<Record<string, unknown>>, pid: number | null = 4_711): FakeLife {
  const listeners: ((line: string, stream: 'stdout' | 'stderr') => void)[] = [];
  const signals: NodeJS.Signals[] = [];
  const end = new AbortController();
  return {
    child: defineChild(definition),
    pid,
    ended: end.signal,
    signals,
    onLine: (listener) => listeners.push(listener),
    onMessage: () => {},
    send: () => false,
    signal: (name) => signals.push(name),
    say: (line, stream = 'stdout') => {
      for (const listener of listeners) listener(line, stream);
    },
    finish: () => end.abort(),
  };
}

export function defineChild(definition: Readonly<Record<string, unknown>>): ChildDefinition {
  return v.parse(childDefinition, { id: 'peer', name: 'Peer', ...definition });
}

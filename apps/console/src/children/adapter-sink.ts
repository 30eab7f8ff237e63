import type { ChildInput } from '@dropwise/core/supervision';
import type { AdapterSink } from '../adapters/adapter.ts';
import type { FleetContext } from './fleet-context.ts';

export interface AdapterSinkOptions {
  readonly childId: string;
  readonly context: FleetContext;
  /** Facts and lines come until the session is disposed; what is said of the process only while there is one. */
  isOpen(): boolean;
  hasProcess(): boolean;
  take(input: ChildInput): void;
  seen(): void;
  versionSaid(version: string | null): void;
}

/** What the adapter of one life tells, into the supervisor and the memory. */
export function createAdapterSink(options: AdapterSinkOptions): AdapterSink {
  const { childId, context } = options;
  const take = (input: ChildInput): void => {
    if (options.hasProcess()) options.take(input);
  };
  return {
    ready: ({ version }) => {
      if (!options.hasProcess()) return;
      options.versionSaid(version);
      options.take({ kind: 'becameReady' });
    },
    alive: () => options.seen(),
    facts: (facts, stored) => {
      if (!options.isOpen()) return;
      options.seen();
      context.sink.facts(childId, facts, stored);
    },
    lines: (lines) => {
      if (!options.isOpen()) return;
      options.seen();
      context.sink.lines(childId, lines);
    },
    viewChanged: () => {
      options.seen();
      context.changed(childId);
    },
    degraded: (why) => take({ kind: 'troubled', why }),
    lost: (why) => take({ kind: 'lost', why }),
  };
}

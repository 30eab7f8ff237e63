import type { RestartPolicy } from '@dropwise/core/supervision';
import type { Clock, Random } from '@dropwise/kit';
import type { Logger } from '@dropwise/runtime';
import type { FleetSink } from './fleet-sink.ts';

/** What every child of a fleet shares. */
export interface FleetContext {
  readonly clock: Clock;
  /** What the facts of a child's life are dated by. */
  readonly factClock: Pick<Clock, 'now'>;
  readonly random: Random;
  readonly sink: FleetSink;
  /** For the records by which a later console finds what this one left. */
  readonly runFolder: string;
  /** The console's own environment. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Logger;
  readonly restartPolicy: RestartPolicy;
  /** Resolves when nothing of an earlier console's life runs any more; nothing is started before. */
  orphansEnded(): Promise<void>;
  /** Something of this child is another than it was. */
  changed(childId: string): void;
}

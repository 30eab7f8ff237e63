import type { NewAudit } from '@dropwise/store';
import type { FleetSink } from '../children/fleet-sink.ts';

/**
 * The way into the memory: everything waits here for a moment and is written with others in one go. Disposing writes what
 * waits; what comes later is let go.
 *
 * * A fact is never dropped while it can be kept: many that wait are written at once, and while nothing can be written they
 *   stay. `stored` is called in the order of the calls, after all facts of the call are in the database, and never otherwise.
 * * Lines that come faster than they can be written are skipped, and a line says how many.
 */
export interface Ingest extends FleetSink, AsyncDisposable {
  audit(entry: NewAudit): void;
  /** Writes all that waits now; false = the database does not take it. */
  flush(): boolean;
  /** Facts, lines, samples and audit entries that wait. */
  readonly queueLength: number;
  /** Why nothing can be written at the moment, as a sentence; null = it can. */
  readonly problem: string | null;
}

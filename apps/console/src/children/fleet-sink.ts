import type { LogLine, ResourceSample } from '@dropwise/contract';
import type { SeenFact } from '../adapters/adapter.ts';

/** Where everything goes that is to be remembered: the console's ingest. All calls are cheap and never throw. */
export interface FleetSink {
  /** `stored` is called once all of them are in the database, in the order of the calls. */
  facts(childId: string, facts: readonly SeenFact[], stored?: () => void): void;
  lines(childId: string, lines: readonly Omit<LogLine, 'childId'>[]): void;
  /** `consoleId` is the console itself. */
  samples(childId: string, sample: ResourceSample): void;
}

/** What the console calls itself where a child's id is asked for. */
export const consoleId = 'console';

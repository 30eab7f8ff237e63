import type { KnownNames, LineMeaning } from './line-meaning.ts';
import type { LogEntry } from './log-entry.ts';

export type PeerMiner = 'tdm' | 'rangermix';

/** One row of the table of what the other miners say: peers 3.2. */
export interface LineRow {
  /** Names the row for tests. */
  readonly id: string;
  /** Who says it, and whether as a print or as a record. A record never passes for a print, nor the other way round. */
  readonly said: Readonly<Partial<Record<PeerMiner, LogEntry['said']>>>;
  /** From the first to the last character of the entry, unless it is found within a traceback. */
  readonly pattern: RegExp;
  /** Empty = only a sign of life. */
  means(group: (name: string) => string, known: KnownNames): readonly LineMeaning[];
}

export const print = 'print' as const;
export const record = 'record' as const;
/** For rows that say no more than that the miner lives. */
export const nothing = (): readonly LineMeaning[] => [];

import type { PeerMiner } from '../line-row.ts';
import type { LogEntry } from '../log-entry.ts';

/** A line in the form of peers 3.2, with names that are made up. */
export interface RecordedLine {
  readonly row: string;
  readonly miner: PeerMiner;
  readonly said: LogEntry['said'];
  readonly text: string;
  /** What it comes to, in short. */
  readonly means: readonly string[];
}

export type Who = 'tdm' | 'rmx' | 'both';

export function lines(
  who: Who,
  said: LogEntry['said'],
  row: string,
  texts: readonly string[],
  means: readonly string[] = [],
) {
  const miners: readonly PeerMiner[] = who === 'both' ? ['tdm', 'rangermix'] : [who === 'tdm' ? 'tdm' : 'rangermix'];
  return miners.flatMap((miner) => texts.map((text): RecordedLine => ({ row, miner, said, text, means })));
}

export const traceback = '\nTraceback (most recent call last):\n  File "a.py", line 1, in run\nOSError: nothing came';
